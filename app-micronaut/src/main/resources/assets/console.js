// What all pages of the console need.
import { tellZone } from './times.js';
import { startMenus } from './menus.js';
import { startCopying } from './copyButtons.js';

tellZone();
startMenus();
startCopying();

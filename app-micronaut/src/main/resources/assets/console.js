// What all pages of the console need.
import { tellZone } from './times.js';
import { startMenus } from './menus.js';

tellZone();
startMenus();

package io.larkdesk.app.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** A journey through the console. */
abstract class ConsoleJourney extends Journey {

    ConsoleJourney(Browser browser) {
        super(browser);
    }

    /** A page of the console, to which the person signs in. */
    final Page console(BrowserContext context, String openId, String tail) {
        Page page = context.newPage();
        page.navigate(desk().node().url() + "/console" + tail);
        page.locator("button[value='" + openId + "']").click();
        awaitShown(page, "#main");
        return page;
    }
}

package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.app.page.Assets;
import io.larkdesk.app.page.Pages;
import io.larkdesk.core.conversation.CountUnread;
import io.larkdesk.core.conversation.FollowConversation;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.conversation.WatchConversations;
import io.larkdesk.core.escalation.SurveyEmergencies;
import io.larkdesk.core.group.FindOrigins;
import io.larkdesk.core.person.CheckSessions;
import io.larkdesk.testkit.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A node's streams over shared stores. */
final class Node {

    static final Pages PAGES = new Pages(new Assets());

    final SteppedThreads threads = new SteppedThreads();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final OpenPages pages;
    final LiveConversations live;
    final Caretaker caretaker;

    Node(Stores stores) {
        NamePeople namePeople = new NamePeople(stores.transactions(), stores.people(), stores.tenants());
        LiveMeters liveMeters = new LiveMeters(meters);
        pages = new OpenPages(
                new NewsReader(
                        new FollowConversation(
                                stores.transactions(),
                                stores.messages(),
                                stores.readCursors(),
                                stores.members(),
                                namePeople),
                        PAGES),
                new CountUnread(stores.transactions(), stores.members(), stores.readCursors()),
                new FindOrigins(stores.transactions(), stores.groups()),
                new SurveyEmergencies(stores.transactions(), stores.emergencies(), stores.pages()),
                threads,
                liveMeters);
        live = new LiveConversations(
                pages,
                new ListMyGroups(stores.transactions(), stores.members(), stores.groups(), stores.readCursors()),
                threads,
                liveMeters);
        caretaker = new Caretaker(
                pages,
                new WatchConversations(stores.messages()),
                new CheckSessions(stores.transactions(), stores.sessions(), stores.tenants()),
                threads,
                liveMeters);
    }

    /** A browser connects, and takes all that comes. */
    Browser connect(Follower follower) {
        Browser browser = connectSlowly(follower);
        browser.request(Long.MAX_VALUE);
        return browser;
    }

    /** A browser connects, and takes nothing yet. */
    Browser connectSlowly(Follower follower) {
        Browser browser = new Browser();
        live.open(follower, "/assets/1/page.js").subscribe(browser);
        return browser;
    }

    /** Does what is to be done. */
    void run() {
        threads.run();
    }

    /** Looks for what no hint told of, then does what is to be done. */
    void watch() {
        caretaker.watch(System.nanoTime());
        run();
    }
}

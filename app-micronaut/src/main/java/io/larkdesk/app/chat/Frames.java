package io.larkdesk.app.chat;

import io.larkdesk.app.page.Frame;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.Rail;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.Side;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts the frame around a visitor's page. */
@Singleton
public final class Frames {

    /**
     * The frame.
     *
     * @param provider the provider's name, once it is set up
     * @param tail the page's address after that of the app
     */
    public Frame around(Visitor visitor, Optional<String> provider, Optional<PersonView> tam, Rail rail, String tail) {
        String app = visitor.tenant().appId().value();
        Side side = visitor.tenant().isProvider() ? Side.SERVICE_TEAM : Side.CUSTOMER;
        return new Frame(
                visitor.viewer(),
                app,
                visitor.csrf(),
                provider.orElseGet(() -> visitor.viewer().texts().say("notice.someProvider")),
                PersonView.of(visitor.person(), side),
                visitor.tenant().organisation(),
                tam,
                rail,
                "/lark/" + app + tail);
    }
}

package io.larkdesk.app.chat;

import io.larkdesk.app.page.ConfirmPage;
import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.Group;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Answers with what opens beside a group: the page's script gets a piece, everybody else a page. */
@Singleton
final class Dialogs {

    private final Pages pages;

    Dialogs(Pages pages) {
        this.pages = pages;
    }

    /** What stands around a dialog about {@code group}. */
    static GroupDialog about(Visitor visitor, Group group) {
        return new GroupDialog(
                visitor.viewer(),
                visitor.csrf(),
                Addresses.group(visitor.tenant().appId(), group.id()),
                group.name());
    }

    /** {@code page} as a piece, or as a page. */
    <T> HttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, T page, Function<T, String> piece, Function<T, String> whole) {
        return Views.html(status, (Browser.isScript(request) ? piece : whole).apply(page));
    }

    /** A question before something is done. */
    HttpResponse<?> ask(HttpRequest<?> request, ConfirmPage page) {
        return show(request, HttpStatus.OK, page, pages::confirmFragment, pages::confirm);
    }
}

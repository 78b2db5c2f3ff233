package io.larkdesk.app.console.queue;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.queue.KeepViews;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.queue.ViewName;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the view of the queue that is shown, and forgets one. */
@Controller(Addresses.CONSOLE + "/queue/views")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ViewsController {

    private final QueueAnswers queueAnswers;
    private final KeepViews keepViews;
    private final Notices notices;

    ViewsController(QueueAnswers queueAnswers, KeepViews keepViews, Notices notices) {
        this.queueAnswers = queueAnswers;
        this.keepViews = keepViews;
        this.notices = notices;
    }

    /** Keeps what the address asks for. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Optional<ViewName> name = name(fields);
        if (name.isEmpty()) {
            return queueAnswers.refuse(request, staff, "name", "queue.problem.viewName", Set.of(), "");
        }
        QueueFilter filter = QueueFilter.of(request.getParameters(), staff.id());
        return switch (keepViews.keep(staff.id(), new SavedView(name.get(), filter.standing()))) {
            case KEPT -> HttpResponse.seeOther(URI.create(filter.path()));
            case TOO_MANY -> queueAnswers.refuse(request, staff, "name", "queue.problem.views", Set.of(), "");
            case NOT_ALLOWED -> notices.answer(request, Notice.NO_ROLE);
        };
    }

    /** Keeps one no longer. */
    @Post("/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forget(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        name(fields).ifPresent(name -> keepViews.forget(staff.id(), name));
        return HttpResponse.seeOther(
                URI.create(QueueFilter.of(request.getParameters(), staff.id()).path()));
    }

    private static Optional<ViewName> name(Map<String, Object> fields) {
        return new Form(fields)
                .text("name")
                .map(String::strip)
                .filter(ViewName::isName)
                .map(ViewName::new);
    }
}

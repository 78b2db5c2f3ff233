package io.larkdesk.app.chat;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.invite.Refusal;
import io.larkdesk.core.person.Person;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody is answered whom a link does not let in. Of another organisation nothing is named. */
final class RefusalAnswers implements Refusal.Cases<HttpResponse<?>> {

    private final HttpRequest<?> request;
    private final Visitor visitor;
    private final Notices notices;

    RefusalAnswers(HttpRequest<?> request, Visitor visitor, Notices notices) {
        this.request = request;
        this.visitor = visitor;
        this.notices = notices;
    }

    @Override
    public HttpResponse<?> unknown() {
        return notices.answer(request, Notice.BROKEN_LINK);
    }

    @Override
    public HttpResponse<?> otherOrganisation() {
        return notices.answer(
                request,
                Notice.INVITE_FOREIGN,
                Map.of(
                        "me", visitor.person().name().value(),
                        "organisation", visitor.tenant().organisation()));
    }

    @Override
    public HttpResponse<?> alreadyIn(Refusal.AlreadyIn refusal) {
        return notices.answer(
                request, Notice.ALREADY_IN, Addresses.group(visitor.tenant().appId(), refusal.group()));
    }

    @Override
    public HttpResponse<?> closed(Refusal.Closed refusal) {
        return refusal.serviceGroup()
                .<HttpResponse<?>>map(group -> notices.answer(
                        request,
                        Notice.INVITE_CLOSED,
                        Addresses.group(visitor.tenant().appId(), group)))
                .orElseGet(() -> notices.answer(request, Notice.INVITE_CLOSED));
    }

    @Override
    public HttpResponse<?> revoked(Refusal.Revoked refusal) {
        return notices.answer(request, Notice.INVITE_REVOKED, naming(refusal.inviter()));
    }

    @Override
    public HttpResponse<?> expired(Refusal.Expired refusal) {
        Map<String, String> words = naming(refusal.inviter());
        words.put("time", visitor.viewer().times().point(refusal.at()));
        return notices.answer(request, Notice.INVITE_EXPIRED, words);
    }

    @Override
    public HttpResponse<?> usedUp(Refusal.UsedUp refusal) {
        return notices.answer(request, Notice.INVITE_USED_UP, naming(refusal.inviter()));
    }

    @Override
    public HttpResponse<?> removedSince(Refusal.RemovedSince refusal) {
        return notices.answer(request, Notice.INVITE_OUTDATED, naming(refusal.inviter()));
    }

    private static Map<String, String> naming(Optional<Person> inviter) {
        Map<String, String> words = new HashMap<>();
        inviter.ifPresent(person -> words.put("inviter", person.name().value()));
        return words;
    }
}

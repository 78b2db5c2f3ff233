package io.larkdesk.app.live;

import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.SurveyEmergencies;
import io.larkdesk.core.escalation.SurveyEmergencies.Survey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The open pages of the console. They hear how many Emergencies there are and which of them wait, when they come, and a moment after that
 * or anything else about an Emergency has changed. Thread-safe.
 */
final class ConsolePages {

    private static final long SPACING = TimeUnit.MILLISECONDS.toNanos(500);

    private final SurveyEmergencies surveyEmergencies;
    private final Serial rounds;
    private final Map<OpenPage, Optional<Survey>> told = new ConcurrentHashMap<>();

    ConsolePages(SurveyEmergencies surveyEmergencies, LiveThreads threads) {
        this.surveyEmergencies = surveyEmergencies;
        this.rounds = new Serial(threads.after(() -> SPACING), this::round);
    }

    void enter(OpenPage page) {
        told.put(page, Optional.empty());
        rounds.wake();
    }

    void leave(OpenPage page) {
        told.remove(page);
    }

    /** Something somewhere is new, which may be about an Emergency; returns at once. */
    void changed() {
        if (!told.isEmpty()) {
            rounds.wake();
        }
    }

    private void round() {
        if (told.isEmpty()) {
            return;
        }
        Survey survey = surveyEmergencies.execute();
        byte[] event = event(survey);
        // A page whose outbox is full, or that comes meanwhile, is told in another round
        told.keySet().stream().filter(page -> page.outbox().hasRoom()).forEach(page -> {
            Optional<Survey> before = told.replace(page, Optional.of(survey));
            if (before != null && !before.equals(Optional.of(survey))) {
                page.outbox().put(event);
            }
        });
    }

    private static byte[] event(Survey survey) {
        String waiting =
                survey.waiting().stream().map(EmergencyId::toString).collect(Collectors.joining("\",\"", "\"", "\""));
        String json = "{\"active\":" + survey.active() + ",\"mark\":\"" + survey.mark() + "\",\"waiting\":["
                + (survey.waiting().isEmpty() ? "" : waiting) + "]}";
        return new EventText().event("emergencies", json).bytes();
    }
}

package io.larkdesk.app.journey;

import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.ticket.OfferProducts;
import io.larkdesk.core.ticket.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What staff enter in the console of a {@link HostileScene}. */
final class HostileConsole {

    private static final Pattern GUIDE = Pattern.compile("(/guide/[A-Za-z0-9_-]{43})<");

    private final HostileScene scene;
    private String onboarding = "";
    private String guide = "";

    HostileConsole(HostileScene scene) {
        this.scene = scene;
    }

    /** What staff enter: customers, answers, views, tokens, webhooks, plans, calendars, absences, reasons. */
    void fill() {
        int i = 0;
        for (HostileText text : scene.texts()) {
            i++;
            scene.count(
                    "organisation",
                    scene.ines()
                            .submit(
                                    "/console/tenants",
                                    Map.of(
                                            "organisation",
                                            text.text(),
                                            "plan",
                                            "Business",
                                            "tam",
                                            scene.sofia().person().id().value().toString())));
            scene.count(
                    "answer",
                    scene.ines()
                            .submit(
                                    "/console/answers",
                                    Map.of("name", text.cut(60), "body", text.text(), "seen", "0")));
            scene.count("plan", scene.ines().submit("/console/plans/plan", plan(text.cut(60))));
            if (i % 7 == 0) {
                scene.count(
                        "view",
                        scene.ines()
                                .submit(
                                        "/console/queue/views",
                                        Map.of("name", text.cut(40), "view", "mine", "q", text.text())));
                scene.count(
                        "token",
                        scene.ines()
                                .submit(
                                        "/console/api",
                                        Map.of("label", text.cut(60), "scope", "tenants:read", "days", "30")));
                scene.count(
                        "webhook",
                        scene.ines()
                                .submit(
                                        "/console/webhooks",
                                        Map.of(
                                                "url",
                                                "https://hooks.example/" + encoded(text.text()),
                                                "type",
                                                "ticket.created")));
                scene.count("absence", scene.ines().submit("/console/roster/absences", absence(i, text.cut(80))));
                scene.count("calendar", scene.ines().submit("/console/plans/calendar", calendar(text.cut(60), i)));
            }
        }
        scene.count(
                "allowance",
                scene.ines()
                        .submit(
                                "/console/budgets/" + scene.other() + "/allowance",
                                Map.of(
                                        "seen_edition", "FREE",
                                        "seen_allowance", "10000",
                                        "edition", "FREE",
                                        "allowance", "5000",
                                        "reason", scene.some(0, 190))));
        scene.count(
                "deletion",
                scene.ines()
                        .submit(
                                "/console/tenants/" + scene.other() + "/deletion",
                                Map.of("organisation", scene.organisation(), "reason", scene.some(40, 190))));
        products();
        scene.count("guide", guide());
    }

    private void products() {
        List<Product> products = scene.texts().stream()
                .map(text -> text.cut(60).strip())
                .filter(Product::isName)
                .distinct()
                .map(Product::new)
                .toList();
        scene.desk().node().bean(OfferProducts.class).execute(products);
    }

    /** A link for a customer's administrator, who sees the name of the organisation. */
    private Answer guide() {
        Answer begun = scene.ines()
                .submit(
                        "/console/tenants",
                        Map.of(
                                "organisation",
                                scene.texts().get(3).text(),
                                "plan",
                                "Business",
                                "tam",
                                scene.sofia().person().id().value().toString()));
        onboarding = begun.location();
        Answer issued = scene.ines().submit(onboarding + "/guide", Map.of());
        Matcher link = GUIDE.matcher(issued.body());
        guide = link.find() ? link.group(1) : "";
        return issued;
    }

    /** The page of a customer who is not in service yet. */
    String onboarding() {
        return onboarding;
    }

    /** The page of that customer's administrator. */
    String guidePage() {
        return guide;
    }

    private static Map<String, String> plan(String name) {
        return Map.of(
                "seen", "0", "name", name, "reply", "10 min", "level0", "TAM", "within0", "3 min", "rounds", "",
                "confirm", "1 h");
    }

    private Map<String, String> calendar(String name, int from) {
        List<String> holidays = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            holidays.add("2031-0" + (day + 1) + "-01 "
                    + scene.texts().get(from - 7 + day).cut(60).replaceAll("\\R", " "));
        }
        return Map.of(
                "seen",
                "0",
                "name",
                name,
                "zone",
                "UTC",
                "MONDAY",
                "09:00-18:00",
                "holidays",
                String.join("\r\n", holidays));
    }

    private Map<String, String> absence(int day, String reason) {
        String date = LocalDate.of(2030, 6, 3).plusDays(day / 7).toString();
        return Map.of(
                "week",
                "2030-06-03",
                "absent",
                scene.sofia().person().id().value().toString(),
                "clocks",
                "UTC",
                "leaves",
                date + "T08:00",
                "returns",
                date + "T09:00",
                "reason",
                reason);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

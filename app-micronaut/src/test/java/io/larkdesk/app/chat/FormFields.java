package io.larkdesk.app.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Each form that a browser sends, and each of its fields. Files: see {@code UploadsIT}. */
final class FormFields {

    /**
     * Each field of each form: who sends it, where to, its name, what it is, the status where it is wrong, and after which field the page
     * says so; {@code -} where people cannot see the field, and the page says that the form is incomplete.
     */
    static final List<Row> FIELDS = """
            lena /lark/{appId}/groups/{group}/messages clientId WORD 400 -
            lena /lark/{appId}/groups/{group}/messages body TEXT 422 body
            lena /lark/{appId}/groups/{group}/messages files PERHAPS_WORD 400 -
            lena /lark/{appId}/groups/{group}/messages/{seq} body TEXT 422 edit
            lena /lark/{appId}/groups/{group}/read upTo WORD 400 -
            lena /lark/{appId}/groups/{group}/tickets clientId WORD 400 -
            lena /lark/{appId}/groups/{group}/tickets title TEXT 422 title
            lena /lark/{appId}/groups/{group}/tickets product WORD 422 product
            lena /lark/{appId}/groups/{group}/tickets severity WORD 422 severity
            lena /lark/{appId}/groups/{group}/tickets description PERHAPS_TEXT 422 description
            lena /lark/{appId}/groups/{group}/invites limit PERHAPS_WORD 422 limit
            lena /lark/{appId}/groups/{group}/members/{person}/hand-over version WORD 400 -
            lena /lark/{appId}/groups/{group}/tickets files PERHAPS_WORD 400 -
            lena /lark/{appId}/organisation/administrators person WORD 422 person
            lena /lark/{appId}/organisation/administrators/dismiss person WORD 422 person
            lena /lark/{appId}/person/inviteToGroup code WORD 404 -
            lena /lark/{appId}/preferences/reminders/hours from WORD 422 quiet
            lena /lark/{appId}/preferences/reminders/hours until WORD 422 quiet
            lena /lark/{appId}/preferences/reminders/hours zone WORD 400 -
            lena /lark/{appId}/preferences/reminders/pause for CHOICE 400 -
            lena /lark/{appId}/tickets/{number}/reminders clientId WORD 400 -
            lena /lark/{appId}/tickets/{number}/emergency clientId WORD 400 -
            lena /lark/{appId}/tickets/{number}/emergency reason WORD 422 reason
            lena /lark/{appId}/tickets/{number}/emergency impact PERHAPS_TEXT 422 impact
            sofia /lark/{appId}/tickets/{number}/emergency/acknowledge emergency WORD 400 -
            sofia /lark/{appId}/tickets/{number}/emergency/acknowledge version WORD 400 -
            sofia /lark/{appId}/tickets/{number}/emergency/hand-over person WORD 400 -
            sofia /lark/{appId}/tickets/{number}/emergency/end closing TEXT 422 closing
            sofia /lark/{appId}/tickets/{number}/notes clientId WORD 400 -
            sofia /lark/{appId}/tickets/{number}/notes note TEXT 422 note
            sofia /lark/{appId}/tickets/{number}/start version WORD 400 -
            sofia /lark/{appId}/tickets/{number}/resolve resolution TEXT 422 resolution
            sofia /lark/{appId}/tickets/{number}/severity severity WORD 422 severity
            sofia /lark/{appId}/tickets/{number}/reassign person WORD 422 person
            lena /lark/{appId}/tickets/{closed}/rate stars WORD 422 stars
            lena /lark/{appId}/tickets/{closed}/rate word PERHAPS_TEXT 422 word
            """.lines().map(Row::of).toList();

    /** Forms of staff and of customers' administrators, whose fields the tests of each part of the console try. */
    static final Set<String> OF_CONSOLE = Set.of(
            "POST /console/answers",
            "POST /console/answers/remove",
            "POST /console/audit/verify",
            "POST /console/api",
            "POST /console/api/{token}/revoke",
            "POST /console/budgets/{tenant}/allowance",
            "POST /console/emergencies/{emergency}/{command}",
            "POST /console/fence",
            "POST /console/plans/calendar",
            "POST /console/plans/plan",
            "POST /console/queue/assign",
            "POST /console/queue/resolve",
            "POST /console/queue/take",
            "POST /console/queue/views",
            "POST /console/queue/views/forget",
            "POST /console/reminders/again",
            "POST /console/roster/absences",
            "POST /console/roster/absences/end",
            "POST /console/roster/rotations",
            "POST /console/roster/shifts",
            "POST /console/roster/shifts/cancel",
            "POST /console/roster/shifts/cover",
            "POST /console/setup",
            "POST /console/setup/administrator",
            "POST /console/staff/{person}",
            "POST /console/tenants",
            "POST /console/tenants/{tenant}/activate",
            "POST /console/tenants/{tenant}/administrators",
            "POST /console/tenants/{tenant}/administrators/dismiss",
            "POST /console/tenants/{tenant}/app",
            "POST /console/tenants/{tenant}/app-change",
            "POST /console/tenants/{tenant}/app-change/give-up",
            "POST /console/tenants/{tenant}/app-change/preflight",
            "POST /console/tenants/{tenant}/app-change/switch",
            "POST /console/tenants/{tenant}/deletion",
            "POST /console/tenants/{tenant}/deletion/give-up",
            "POST /console/tenants/{tenant}/deletion/without-export",
            "POST /console/tenants/{tenant}/export",
            "POST /console/tenants/{tenant}/guide",
            "POST /console/tenants/{tenant}/give-up",
            "POST /console/tenants/{tenant}/guide/revoke",
            "POST /console/tenants/{tenant}/name",
            "POST /console/tenants/{tenant}/preflight",
            "POST /console/tenants/{tenant}/resume",
            "POST /console/tenants/{tenant}/tam",
            "POST /console/tenants/{tenant}/secret",
            "POST /console/tenants/{tenant}/steps",
            "POST /console/tenants/{tenant}/suspend",
            "POST /console/webhooks",
            "POST /console/webhooks/events/{event}/replay",
            "POST /console/webhooks/{endpoint}/{what}",
            "POST /guide/{token}/app",
            "POST /guide/{token}/name",
            "POST /guide/{token}/preflight",
            "POST /guide/{token}/steps");

    /** Forms without a field, and those whose fields are choices: what is none of them is as if it were not there. */
    static final Set<String> WITHOUT_FIELDS = Set.of(
            "POST /lark/{appId}/groups/{group}/attachments/{file}/delete",
            "POST /lark/{appId}/groups/{group}/invites/{invite}/revoke",
            "POST /lark/{appId}/groups/{group}/leave",
            "POST /lark/{appId}/groups/{group}/members/{person}/remove",
            "POST /lark/{appId}/groups/{group}/messages/{seq}/delete",
            "POST /lark/{appId}/tickets/{number}/emergency/back",
            "POST /lark/{appId}/preferences",
            "POST /lark/{appId}/sign-out");

    static final String NUL = "\u0000";
    static final String BELL = "\u0007";
    static final String OVERRIDE = "\u202E";
    static final String MARK = "\u200F";
    static final String TOO_LONG = "9".repeat(20_000);

    private FormFields() {}

    /** What a field is. */
    enum Kind {
        /** An id, a number or a choice; needed. */
        WORD,
        /** The same; it may be missing or empty. */
        PERHAPS_WORD,
        /** A choice, of which nothing is one. */
        CHOICE,
        /** What people write; needed. */
        TEXT,
        /** What people write; it may be missing. */
        PERHAPS_TEXT
    }

    record Row(String who, String path, String field, Kind kind, int status, String problem) {

        private static Row of(String line) {
            String[] cells = line.split(" ", -1);
            return new Row(cells[0], cells[1], cells[2], Kind.valueOf(cells[3]), Integer.parseInt(cells[4]), cells[5]);
        }

        String route() {
            return "POST "
                    + path.replace("{closed}", "{number}")
                            .replaceAll("emergency/(acknowledge|hand-over|end)$", "emergency/{command}")
                            .replaceAll("\\{number}/(start|resolve|severity|reassign|rate)$", "{number}/{change}");
        }

        /** Values that are none. */
        List<String> wrong(String right) {
            List<String> wrong = new ArrayList<>(List.of(TOO_LONG, right + NUL));
            if (kind != Kind.PERHAPS_TEXT) {
                wrong.addAll(List.of(NUL, BELL, OVERRIDE, MARK));
            }
            if (kind == Kind.WORD || kind == Kind.TEXT) {
                wrong.addAll(List.of("", " "));
            }
            if (kind != Kind.TEXT && kind != Kind.PERHAPS_TEXT) {
                wrong.addAll(List.of("x", right + BELL, OVERRIDE + right, MARK + right));
                if (!field.equals("code")) {
                    // these are for numbers; and nobody may guess codes more than 30 times a minute
                    wrong.addAll(List.of("1-", "1.5"));
                }
            }
            return wrong;
        }

        boolean mayBeMissing() {
            return kind == Kind.PERHAPS_WORD || kind == Kind.PERHAPS_TEXT;
        }

        @Override
        public String toString() {
            return path + " " + field;
        }
    }
}

package io.larkdesk.app.chat;

import java.util.List;
import java.util.Map;

/** Each route of the service, in the list of those for whom it is. */
final class WhoseRoutes {

    /** Of a group or a ticket, or of an organisation: only its members, or administrators, get anything else than that it is not there. What follows a question mark is asked too. */
    static final List<String> OF_MEMBERS = lines("""
            GET /lark/{appId}/events?group={group}
            GET /lark/{appId}/events?group={group}&tickets
            GET /lark/{appId}/groups/{group}
            GET /lark/{appId}/groups/{group}?m={seq}
            GET /lark/{appId}/groups/{group}?edit={seq}
            GET /lark/{appId}/groups/{group}?to={person}
            GET /lark/{appId}/groups/{group}/attachments/{file}
            GET /lark/{appId}/groups/{group}/attachments/{file}/thumbnail
            POST /lark/{appId}/groups/{group}/attachments multipart
            POST /lark/{appId}/groups/{group}/attachments/{file}/delete
            GET /lark/{appId}/groups/{group}/invites
            POST /lark/{appId}/groups/{group}/invites
            GET /lark/{appId}/groups/{group}/invites/{invite}/revoke
            POST /lark/{appId}/groups/{group}/invites/{invite}/revoke
            GET /lark/{appId}/groups/{group}/leave
            POST /lark/{appId}/groups/{group}/leave
            GET /lark/{appId}/groups/{group}/members
            GET /lark/{appId}/groups/{group}/members?side=team&q=a
            GET /lark/{appId}/groups/{group}/members/{person}/remove
            POST /lark/{appId}/groups/{group}/members/{person}/remove
            GET /lark/{appId}/groups/{group}/members/{person}/hand-over
            POST /lark/{appId}/groups/{group}/members/{person}/hand-over
            GET /lark/{appId}/groups/{group}/messages?before=100
            GET /lark/{appId}/groups/{group}/messages?after=0
            POST /lark/{appId}/groups/{group}/messages
            POST /lark/{appId}/groups/{group}/messages multipart
            POST /lark/{appId}/groups/{group}/messages/{seq}
            POST /lark/{appId}/groups/{group}/messages/{seq}/delete
            GET /lark/{appId}/groups/{group}/messages/{seq}/readers
            GET /lark/{appId}/groups/{group}/messages/{seq}/reminder
            GET /lark/{appId}/groups/{group}/people
            POST /lark/{appId}/groups/{group}/read
            POST /lark/{appId}/groups/{group}/tickets
            POST /lark/{appId}/groups/{group}/tickets multipart
            GET /lark/{appId}/groups/{group}/tickets/new
            GET /lark/{appId}/groups/{group}/workstation
            GET /lark/{appId}/groups/{group}/workstation?q=sesame
            GET /lark/{appId}/groups/{group}/workstation.csv
            GET /lark/{appId}/organisation
            POST /lark/{appId}/organisation/administrators
            POST /lark/{appId}/organisation/administrators/dismiss
            GET /lark/{appId}/organisation/reports
            GET /lark/{appId}/organisation/reports/months.csv
            GET /lark/{appId}/tickets/{number}
            GET /lark/{appId}/tickets/{number}?m={seq}
            GET /lark/{appId}/tickets/{number}/emergency
            POST /lark/{appId}/tickets/{number}/emergency
            POST /lark/{appId}/tickets/{number}/emergency/back
            POST /lark/{appId}/tickets/{number}/emergency/{command}
            POST /lark/{appId}/tickets/{number}/notes
            POST /lark/{appId}/tickets/{number}/reminders
            GET /lark/{appId}/tickets/{number}/timeline
            GET /lark/{appId}/tickets/{number}/timeline.json
            POST /lark/{appId}/tickets/{number}/{change}
            """);

    /** Of a link into a group: for whoever has it, in the same organisation. */
    static final List<String> OF_INVITED = lines("""
            GET /lark/{appId}/person/inviteToGroup?code={code}
            POST /lark/{appId}/person/inviteToGroup
            """);

    /** Of nobody but the visitor, who is signed in. */
    static final List<String> OF_ONESELF = lines("""
            POST /lark/{appId}/preferences
            GET /lark/{appId}/preferences/reminders
            POST /lark/{appId}/preferences/reminders/hours
            POST /lark/{appId}/preferences/reminders/pause
            GET /lark/{appId}/workbench
            """);

    /** Of the console: for staff, who come through the provider's app and have a role. */
    static final List<String> OF_STAFF = lines("""
            GET /console
            GET /console/audit
            GET /console/audit/audit.csv
            GET /console/audit/audit.jsonl
            POST /console/audit/verify
            GET /console/fence
            POST /console/fence
            GET /console/api
            POST /console/api
            POST /console/api/{token}/revoke
            GET /console/answers
            POST /console/answers
            POST /console/answers/remove
            GET /console/budgets
            GET /console/budgets/{tenant}
            POST /console/budgets/{tenant}/allowance
            GET /console/reminders
            POST /console/reminders/again
            GET /console/reports
            GET /console/reports/months.csv
            GET /console/reports/{tenant}
            GET /console/reports/{tenant}/months.csv
            GET /console/emergencies
            GET /console/emergencies/{emergency}/acknowledge
            POST /console/emergencies/{emergency}/{command}
            GET /console/events
            GET /console/events?onboarding={tenant}
            GET /console/plans
            GET /console/plans/calendar
            POST /console/plans/calendar
            GET /console/plans/plan
            POST /console/plans/plan
            GET /console/queue
            POST /console/queue/assign
            POST /console/queue/resolve
            POST /console/queue/take
            POST /console/queue/views
            POST /console/queue/views/forget
            GET /console/roster
            GET /console/roster.ics
            POST /console/roster/absences
            POST /console/roster/absences/end
            POST /console/roster/calendar multipart
            POST /console/roster/rotations
            POST /console/roster/shifts
            POST /console/roster/shifts/cancel
            POST /console/roster/shifts/cover
            GET /console/setup/administrator
            POST /console/setup/administrator
            GET /console/tenants
            POST /console/tenants
            GET /console/tenants/new
            GET /console/tenants/{tenant}
            POST /console/tenants/{tenant}/administrators
            POST /console/tenants/{tenant}/administrators/dismiss
            POST /console/tenants/{tenant}/app
            POST /console/tenants/{tenant}/steps
            POST /console/tenants/{tenant}/preflight
            POST /console/tenants/{tenant}/name
            POST /console/tenants/{tenant}/activate
            POST /console/tenants/{tenant}/guide
            POST /console/tenants/{tenant}/give-up
            POST /console/tenants/{tenant}/guide/revoke
            POST /console/tenants/{tenant}/suspend
            POST /console/tenants/{tenant}/resume
            POST /console/tenants/{tenant}/secret
            POST /console/tenants/{tenant}/tam
            GET /console/tenants/{tenant}/app-change
            POST /console/tenants/{tenant}/app-change
            POST /console/tenants/{tenant}/app-change/preflight
            POST /console/tenants/{tenant}/app-change/switch
            POST /console/tenants/{tenant}/app-change/give-up
            GET /console/tenants/{tenant}/deletion
            POST /console/tenants/{tenant}/deletion
            POST /console/tenants/{tenant}/deletion/without-export
            POST /console/tenants/{tenant}/deletion/give-up
            POST /console/tenants/{tenant}/export
            GET /console/staff
            POST /console/staff/{person}
            GET /console/webhooks
            POST /console/webhooks
            POST /console/webhooks/events/{event}/replay
            POST /console/webhooks/{endpoint}/{what}
            """);

    /** Of the provider's systems, which come by tokens: a session opens none of it. {@code ApiIT} has the rest. */
    static final List<String> OF_SYSTEMS = lines("""
            GET /api/v1/budgets
            GET /api/v1/budgets/{tenant}
            GET /api/v1/roster/on-duty
            GET /api/v1/roster/shifts
            POST /api/v1/roster/shifts
            GET /api/v1/tenants
            GET /api/v1/tenants/{tenant}
            GET /api/v1/tenants/{tenant}/members
            GET /api/v1/tenants/{tenant}/messages
            POST /api/v1/tenants/{tenant}/messages
            GET /api/v1/tenants/{tenant}/tickets
            POST /api/v1/tenants/{tenant}/tickets
            GET /api/v1/tickets/{number}
            PATCH /api/v1/tickets/{number}
            GET /api/v1/tickets/{number}/members
            GET /api/v1/tickets/{number}/messages
            POST /api/v1/tickets/{number}/messages
            GET /api/v1/tickets/{number}/notes
            POST /api/v1/tickets/{number}/notes
            """);

    /** For anybody, with what it answers to somebody who is not signed in. */
    static final Map<String, Integer> OF_ANYBODY = Map.ofEntries(
            Map.entry("GET /lark/{appId}", 303),
            Map.entry("GET /thirdparty/lark/{appId}/login", 303),
            Map.entry("GET /thirdparty/lark/{appId}/oauth2/callback", 400),
            Map.entry("POST /lark/{appId}/sign-out", 200),
            Map.entry("GET /console/setup", 410),
            Map.entry("POST /console/setup", 400),
            Map.entry("GET /guide/{token}", 410),
            Map.entry("GET /guide/{token}/events", 404),
            Map.entry("POST /guide/{token}/app", 400),
            Map.entry("POST /guide/{token}/steps", 400),
            Map.entry("POST /guide/{token}/preflight", 410),
            Map.entry("POST /guide/{token}/name", 410),
            Map.entry("GET /api/v1/openapi.json", 200),
            Map.entry("GET /assets/{hash}/{name}", 404),
            Map.entry("GET /health", 200),
            Map.entry("GET /health/{selector}", 200),
            Map.entry("GET /prometheus", 200));

    private WhoseRoutes() {}

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}

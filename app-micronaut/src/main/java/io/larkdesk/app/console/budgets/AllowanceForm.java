package io.larkdesk.app.console.budgets;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form that changes an allowance; an empty number means no limit. */
final class AllowanceForm {

    private final Form form;

    AllowanceForm(Map<String, Object> fields) {
        this.form = new Form(fields);
    }

    /** What was agreed when the page was drawn; empty if the form was not made by it. */
    Optional<CallTerms> seen() {
        return terms("seen_edition", "seen_allowance");
    }

    /** What is to be agreed; empty if a field is wrong. */
    Optional<CallTerms> wanted() {
        return terms("edition", "allowance");
    }

    private Optional<CallTerms> terms(String edition, String allowance) {
        return form.constant(edition, Edition.class)
                .flatMap(known -> allowance(allowance).map(calls -> new CallTerms(known, calls)));
    }

    private Optional<Allowance> allowance(String field) {
        Optional<String> text = form.text(field).map(String::strip);
        if (text.filter(String::isEmpty).isPresent()) {
            return Optional.of(Allowance.UNLIMITED);
        }
        return text.flatMap(Form::findNumber)
                .filter(calls -> calls < Allowance.UNLIMITED.calls())
                .map(calls -> new Allowance(calls.intValue()));
    }

    Optional<ChangeReason> reason() {
        return form.text("reason").flatMap(ChangeReason::parse);
    }

    /** The first field that is wrong, if one is. */
    Optional<String> wrongField() {
        if (form.constant("edition", Edition.class).isEmpty()) {
            return Optional.of("edition");
        }
        if (wanted().filter(CallTerms::isPossible).isEmpty()) {
            return Optional.of("allowance");
        }
        return reason().isEmpty() ? Optional.of("reason") : Optional.empty();
    }

    /** What was entered, to be shown again. */
    Map<String, String> entered() {
        Map<String, String> entered = new HashMap<>();
        for (String field : List.of("edition", "allowance", "reason")) {
            form.text(field).ifPresent(text -> entered.put(field, text));
        }
        return entered;
    }
}

package io.larkdesk.app.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands controllers of the console the {@link Staff} whom {@link VisitorFilter} has let in. */
@Singleton
final class StaffBinder implements TypedRequestArgumentBinder<Staff> {

    private static final Argument<Staff> TYPE = Argument.of(Staff.class);

    @Override
    public Argument<Staff> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Staff> bind(ArgumentConversionContext<Staff> context, HttpRequest<?> request) {
        Optional<Staff> staff = request.getAttribute(Attributes.VISITOR, Visitor.class)
                .flatMap(visitor -> visitor.person().role().map(role -> new Staff(visitor, role)));
        return () -> staff;
    }
}

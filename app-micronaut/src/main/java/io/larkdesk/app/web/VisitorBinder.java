package io.larkdesk.app.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands controllers the {@link Visitor} whom {@link VisitorFilter} has let in. */
@Singleton
final class VisitorBinder implements TypedRequestArgumentBinder<Visitor> {

    private static final Argument<Visitor> TYPE = Argument.of(Visitor.class);

    @Override
    public Argument<Visitor> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Visitor> bind(ArgumentConversionContext<Visitor> context, HttpRequest<?> request) {
        Optional<Visitor> visitor = request.getAttribute(Attributes.VISITOR, Visitor.class);
        return () -> visitor;
    }
}

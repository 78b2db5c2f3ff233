package io.larkdesk.faults.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.instrument.Instrumentation;
import java.util.Optional;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The agent: {@code -javaagent:fault-agent.jar=CARD_SENT@3} ends the process when a card was sent for the third time. Several words, with commas
 * between them, are {@link KillPoint}s, {@link Design}s, and {@code SLOW@} with the most milliseconds that a claimed reminder waits.
 */
public final class FaultAgent {

    /** What lets claimed reminders wait. */
    public static final String SLOW = "SLOW";

    private FaultAgent() {}

    /**
     * Called by the JVM before the service begins.
     *
     * @throws IllegalArgumentException if {@code argument} makes no sense
     */
    public static void premain(String argument, Instrumentation instrumentation) {
        AgentBuilder builder = new AgentBuilder.Default()
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
        for (Place place : Place.values()) {
            builder = watch(builder, place);
        }
        for (String word : argument.split(",", -1)) {
            String[] parts = word.split("@", 2);
            builder = take(builder, parts[0], parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        }
        builder.installOn(instrumentation);
    }

    private static AgentBuilder take(AgentBuilder builder, String name, int number) {
        if (name.equals(SLOW)) {
            Hooks.slow(number);
            return builder;
        }
        Optional<KillPoint> point = KillPoint.named(name);
        if (point.isPresent()) {
            Hooks.arm(point.get(), number);
            return builder;
        }
        Design design = Design.valueOf(name);
        if (design == Design.NODE_CLOCK) {
            Hooks.off(number);
        }
        return Designs.apply(builder, design);
    }

    private static AgentBuilder watch(AgentBuilder builder, Place place) {
        return place.type().isEmpty()
                ? builder
                : builder.type(named(place.type()))
                        .transform((type, description, loader, module, domain) -> type.visit(Advice.withCustomMapping()
                                .bind(Name.class, place.name())
                                .to(Passing.class)
                                .on(named(place.method()))));
    }

    /** The place's name. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Name {}

    /** Stands at the beginning and at the end of the methods. */
    static final class Passing {

        private Passing() {}

        @Advice.OnMethodEnter
        static void entered(
                @Name String name,
                @Advice.This(optional = true) @Nullable Object codec,
                @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC) @Nullable Object line) {
            Hooks.entered(name, codec, line);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void left(@Name String name, @Advice.This(optional = true) @Nullable Object codec) {
            Hooks.left(name, codec);
        }
    }
}

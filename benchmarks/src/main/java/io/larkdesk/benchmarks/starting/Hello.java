package io.larkdesk.benchmarks.starting;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.Micronaut;

/** The framework that the service is made with, and nothing else. A program. */
@Controller
public final class Hello {

    /** Starts to serve. */
    public static void main(String[] arguments) {
        Micronaut.run(Hello.class, arguments);
    }

    @Get("/hello")
    String hello() {
        return "hello";
    }
}

package io.larkdesk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.text.Normalizer;

/** What is not ours and may be used. Each list is all that is allowed: a name that is not there, or misspelt, forbids more, not less. */
final class Libraries {

    private static final DescribedPredicate<JavaClass> NULLNESS = resideInAnyPackage("org.jspecify.annotations");

    private Libraries() {}

    /** Of Java, what computes and touches nothing outside; the packages one by one, because their trees hold threads and loggers. */
    static DescribedPredicate<JavaClass> pureJava() {
        return resideInAnyPackage(
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.math",
                        "java.time..",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream")
                .or(belongToAnyOf(
                        URI.class,
                        ByteBuffer.class,
                        MessageDigest.class,
                        NoSuchAlgorithmException.class,
                        Normalizer.class))
                .or(resideInAnyPackage("java.nio.charset"))
                .or(NULLNESS);
    }

    /** What the core may use. */
    static DescribedPredicate<JavaClass> ofCore() {
        return pureJava().or(resideInAnyPackage("jakarta.inject"));
    }

    /** What the port may use: it writes links and words for people. */
    static DescribedPredicate<JavaClass> ofPort() {
        return pureJava()
                .or(belongToAnyOf(
                        URISyntaxException.class, URLEncoder.class, StandardCharsets.class, MessageFormat.class));
    }

    /** What a module may use that stands outside the core. */
    static DescribedPredicate<JavaClass> javaAnd(String... packages) {
        return resideInAnyPackage("java..").or(NULLNESS).or(resideInAnyPackage(packages));
    }

    /** What tests may use: what the modules use, and the libraries that run tests. Nothing that makes mocks is among them. */
    static DescribedPredicate<JavaClass> ofTests() {
        return javaAnd("javax..", "jdk..", "org.w3c.dom", "org.xml.sax", "com.sun.net.httpserver")
                .or(resideInAnyPackage(
                        "org.junit.jupiter..",
                        "org.junit.platform.commons.annotation..",
                        "org.opentest4j..",
                        "org.assertj.core..",
                        "net.jqwik.api..",
                        "com.code_intelligence.jazzer..",
                        "org.jsoup..",
                        "org.awaitility..",
                        "com.microsoft.playwright..",
                        "com.deque.html.axecore..",
                        "com.tngtech.archunit..",
                        "io.zonky.test..",
                        "com.lark.oapi..",
                        "com.google.gson.."))
                .or(resideInAnyPackage(
                        "io.micronaut..",
                        "jakarta.inject..",
                        "jakarta.annotation..",
                        "reactor..",
                        "org.reactivestreams..",
                        "io.netty..",
                        "io.micrometer..",
                        "gg.jte..",
                        "com.ibm.icu..",
                        "com.google.crypto.tink..",
                        "com.fasterxml.jackson..",
                        "okhttp3..",
                        "io.minio..",
                        "com.networknt.schema..",
                        "com.standardwebhooks..",
                        "mockwebserver3..",
                        "okio..",
                        "kotlin..",
                        "org.jdbi.v3..",
                        "org.postgresql..",
                        "org.flywaydb..",
                        "com.zaxxer.hikari..",
                        "org.yaml.snakeyaml..",
                        "org.slf4j..",
                        "ch.qos.logback.."));
    }
}

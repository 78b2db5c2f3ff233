package io.larkdesk.app.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.person.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the group of a {@link Desk} to Daniel as the product does, with the real pages and assets, and fails where it is told to.
 * It enforces what a browser has to keep: the token in every form, and a strict content security policy.
 */
final class DeskServer implements AutoCloseable {

    static final String GROUP = "/lark/" + Samples.APP + "/groups/" + Samples.GROUP;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types larkdesk";
    private static final Pattern MESSAGE = Pattern.compile(GROUP + "/messages/(\\d+)(/delete|/readers)?");
    private static final String CSRF = "csrf-token";

    final Desk desk;
    final DeskPages pages;

    /** The forms of {@code POST …/read}, in order of arrival. */
    final List<Map<String, String>> reads = new CopyOnWriteArrayList<>();

    /** How the next requests to post a message end instead: with this status, or without an answer if it is 0. */
    final BlockingQueue<Integer> failures = new LinkedBlockingQueue<>();

    /** Every path that fails with 503, until it is taken out. */
    final List<String> broken = new CopyOnWriteArrayList<>();

    volatile Language language = Language.EN;
    volatile Theme theme = Theme.LIGHT;
    volatile boolean signedOut;

    /** The answers to posts wait for this, after the post is done. */
    volatile CompletableFuture<Void> answering = CompletableFuture.completedFuture(null);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<DeskStream> streams = new CopyOnWriteArrayList<>();

    DeskServer(Desk desk) throws IOException {
        this.desk = desk;
        this.pages = new DeskPages(desk);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<DeskStream> streams() {
        return List.copyOf(streams);
    }

    /** Breaks all streams, as when a node goes away. */
    void cut() {
        streams.forEach(DeskStream::end);
    }

    @Override
    public void close() {
        cut();
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http);
        String path = exchange.path();
        if (path.startsWith("/assets/")) {
            Asset asset =
                    pages.assets.find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
            exchange.answer(200, asset.type(), asset.content());
        } else if (signedOut && exchange.isFragment()) {
            exchange.problem(401, "Your sign-in has expired.");
        } else if (broken.contains(path)) {
            exchange.problem(503, "Nothing here works today.");
        } else if (exchange.isPost() && !CSRF.equals(exchange.token())) {
            exchange.problem(403, "That could not be accepted.");
        } else if (exchange.isPost()) {
            change(exchange, path);
        } else {
            show(exchange, path);
        }
    }

    private void show(Exchange exchange, String path) throws IOException {
        Matcher message = MESSAGE.matcher(path);
        if (path.endsWith("/events")) {
            follow(exchange);
        } else if (path.equals(GROUP)) {
            showGroup(exchange, 200, Draft.EMPTY);
        } else if (path.endsWith("/people")) {
            exchange.answer(200, "application/json", DeskPages.people());
        } else if (path.endsWith("/messages")) {
            showMessages(exchange);
        } else if (message.matches()) {
            showReaders(exchange, Long.parseLong(message.group(1)));
        } else {
            exchange.problem(404, "Nothing here for you.");
        }
    }

    private void showGroup(Exchange exchange, int status, Draft draft) throws IOException {
        ZoneId zone = exchange.cookie("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        String html = pages.group(language, theme, zone, exchange.number("m"), draft, exchange.number("edit"));
        exchange.header("Content-Security-Policy", POLICY);
        exchange.answer(status, "text/html; charset=utf-8", html);
    }

    private void showMessages(Exchange exchange) throws IOException {
        Optional<Long> before = exchange.number("before");
        long from = before.map(seq -> Math.max(0, Math.min(seq, desk.last() + 1) - 1 - DeskPages.SIZE))
                .orElseGet(() -> exchange.number("after").orElseThrow());
        long to = before.map(seq -> seq - 1).orElse(from + DeskPages.SIZE);
        exchange.header("X-More", Boolean.toString(before.isPresent() ? from > 0 : to < desk.last()));
        exchange.answer(
                200,
                "text/html; charset=utf-8",
                pages.pages.messages(Samples.everybody(language), desk.between(from, to)));
    }

    private void showReaders(Exchange exchange, long seq) throws IOException {
        List<PersonView> others = Samples.PEOPLE.stream()
                .filter(person -> !person.equals(Samples.DANIEL))
                .toList();
        Map<UUID, Long> cursors = desk.cursors();
        ReadersPage readers = new ReadersPage(
                new Viewer(language, theme, false, ZoneOffset.UTC, Samples.NOW),
                "Harbour Retail × Alder Cloud",
                GROUP + "?m=" + seq,
                others.stream()
                        .filter(person -> cursors.getOrDefault(person.id(), 0L) >= seq)
                        .toList(),
                others.stream()
                        .filter(person -> cursors.getOrDefault(person.id(), 0L) < seq)
                        .toList());
        exchange.answer(
                200,
                "text/html; charset=utf-8",
                exchange.isFragment() ? pages.pages.readersFragment(readers) : pages.pages.readers(readers));
    }

    private void follow(Exchange exchange) throws IOException {
        Position position = Position.parse(exchange.query("at").orElseThrow()).orElseThrow();
        DeskStream stream = new DeskStream(desk, pages.pages, language, position);
        stream.begin(pages.assets.pageScript(language));
        streams.add(stream);
        try {
            stream.serve(exchange.http());
        } catch (UncheckedIOException e) {
            // The browser went away.
        } finally {
            streams.remove(stream);
        }
    }

    private void change(Exchange exchange, String path) throws IOException {
        Matcher message = MESSAGE.matcher(path);
        if (path.endsWith("/read")) {
            reads.add(exchange.form());
            desk.read(Samples.DANIEL, Long.parseLong(exchange.field("upTo")));
            exchange.answer(204, "text/plain", "");
        } else if (path.endsWith("/messages")) {
            post(exchange);
        } else if (message.matches()) {
            long seq = Long.parseLong(message.group(1));
            answer(exchange, message.group(2) == null ? desk.edit(seq, exchange.field("body")) : desk.delete(seq));
        } else {
            exchange.redirect(URI.create(GROUP));
        }
    }

    private void post(Exchange exchange) throws IOException {
        String body = exchange.field("body");
        Optional<MessageBody.Problem> problem = MessageBody.problemWith(body);
        int failure = Optional.ofNullable(failures.poll()).orElse(problem.isPresent() ? 422 : 200);
        if (failure == 0) {
            exchange.http().close();
        } else if (problem.isPresent() && !exchange.isFragment()) {
            showGroup(exchange, 422, new Draft(body, Map.of(), problem.map(this::say)));
        } else if (failure != 200) {
            exchange.problem(failure, "Nothing here works today.");
        } else {
            Message message = desk.post(Samples.DANIEL, UUID.fromString(exchange.field("clientId")), body);
            answering.join();
            answer(exchange, message);
        }
    }

    private String say(MessageBody.Problem problem) {
        return Texts.in(language).say("problem." + problem.name());
    }

    private void answer(Exchange exchange, Message message) throws IOException {
        if (exchange.isFragment()) {
            exchange.answer(
                    200,
                    "text/html; charset=utf-8",
                    pages.pages.message(Samples.everybody(language), Desk.view(message)));
        } else {
            long seq = message.id().seq();
            exchange.redirect(URI.create(GROUP + "?m=" + seq + "#m-" + seq));
        }
    }
}

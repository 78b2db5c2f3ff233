package io.larkdesk.faults.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the changed methods call. */
public final class Hooks {

    /** As of a process that was killed by signal 9. */
    public static final int STATUS = 137;

    /** By then Lark has what was sent. */
    private static final long ARRIVAL_MILLIS = 200;

    private static final long LATE_MILLIS = 200;
    private static final Set<Object> LATE =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private static final int SWING_MILLIS = 2000;

    private static final Pattern APPENDS = Pattern.compile(
            "set last_seq = last_seq \\+ 1, revision = greatest\\(revision, (\\(select .+?from fence\\))\\) \\+ 1",
            Pattern.DOTALL);

    private static volatile int offMillis;
    private static volatile int slowMillis;

    private static volatile @Nullable KillPoint point;
    private static final AtomicInteger LEFT = new AtomicInteger();
    private static final ThreadLocal<Within> WITHIN = ThreadLocal.withInitial(Within::new);

    private Hooks() {}

    /** Lets the node's clock be set to and fro by so much, for {@link Design#NODE_CLOCK}. */
    static void off(int millis) {
        offMillis = millis;
    }

    /** Lets what is claimed wait, up to so long, before it is sent. */
    static void slow(int millis) {
        slowMillis = millis;
    }

    /** Ends the process when {@code next} is reached for the {@code times}-th time. */
    static void arm(KillPoint next, int times) {
        LEFT.set(times);
        point = next;
    }

    /** A method at {@code name} is entered; of a request {@code line} is its first line. */
    public static void entered(String name, @Nullable Object codec, @Nullable Object line) {
        Place place = Place.valueOf(name);
        if (line instanceof String request) {
            WITHIN.get().set(Place.OF_CARD, request.startsWith("POST /open-apis/im/v1/messages"));
            WITHIN.get().set(Place.OF_TOKEN, request.contains("/tenant_access_token/"));
        }
        if (place == Place.DELIVER && slowMillis > 0) {
            sleep(ThreadLocalRandom.current().nextLong(slowMillis));
        }
        reach(place, false, codec);
        WITHIN.get().enter(place);
    }

    /** And left. */
    public static void left(String name, @Nullable Object codec) {
        Place place = Place.valueOf(name);
        WITHIN.get().leave(place);
        reach(place, true, codec);
    }

    private static void reach(Place place, boolean after, @Nullable Object codec) {
        KillPoint armed = point;
        if (armed == null || !armed.isAt(place, after, WITHIN.get()) || LEFT.decrementAndGet() > 0) {
            return;
        }
        if (place == Place.REQUEST_HEAD && codec != null) {
            flush(codec);
        }
        if (place == Place.LARKS_ANSWER) {
            sleep(ARRIVAL_MILLIS);
        }
        Runtime.getRuntime().halt(STATUS);
    }

    /** What is written stands in a buffer still. */
    private static void flush(Object codec) {
        try {
            codec.getClass().getMethod("flushRequest").invoke(codec);
            sleep(ARRIVAL_MILLIS);
        } catch (IllegalAccessException | NoSuchMethodException | InvocationTargetException e) {
            throw new IllegalStateException("OkHttp is not what it was", e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the node's clock shows. */
    public static Instant nodeTime() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean ahead = now.toEpochMilli() / SWING_MILLIS % 2 == 0;
        return ahead ? now.plusMillis(offMillis) : now.minusMillis(offMillis);
    }

    /** Stores that what is claimed arrived. */
    public static void settleFirst(Object settle, Object claim) {
        try {
            Object permit = accessible(claim.getClass().getMethod("permit")).invoke(claim);
            Class<?> delivered = Class.forName("io.larkdesk.core.reminder.ReminderChannel$Delivered");
            for (Method method : settle.getClass().getMethods()) {
                if (method.getName().equals("execute")) {
                    method.invoke(
                            settle,
                            permit,
                            delivered.getConstructor(String.class).newInstance("early"));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the service is not what it was", e);
        }
    }

    /** Whether the post that {@code transaction} is of is committed by and by. */
    public static boolean commitLater(Object transaction, Object handle, @Nullable Object failure) {
        if (failure != null || !WITHIN.get().isIn(Place.POST)) {
            return false;
        }
        LATE.add(transaction);
        Thread thread = new Thread(() -> {
            sleep(LATE_MILLIS);
            try {
                accessible(handle.getClass().getMethod("commit")).invoke(handle);
                accessible(handle.getClass().getMethod("close")).invoke(handle);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a late commit failed", e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** Whether {@code transaction} is closed by who commits it. */
    public static boolean closesLater(Object transaction) {
        return LATE.remove(transaction);
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    /** What appends a message, such that its number is of a sequence {@code naive.seq}. */
    public static String numberedBeforeLock(String sql) {
        if (!sql.contains("last_seq = last_seq + 1")) {
            return sql;
        }
        Matcher appends = APPENDS.matcher(sql);
        if (!appends.find()) {
            throw new IllegalStateException("the service is not what it was: " + sql);
        }
        return appends.replaceFirst(
                        "set last_seq = greatest(last_seq, number.n), revision = greatest(revision, number.n, $1) + 1"
                                + " from (select nextval('naive.seq') as n, pg_sleep(random() * 0.25)) as number")
                .replaceFirst("returning last_seq, revision", "returning number.n as last_seq, revision");
    }
}

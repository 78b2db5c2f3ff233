package io.larkdesk.testkit.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Rows by key: those committed, and for each running transaction those that it has written.
 *
 * @param <K> a key with equality
 * @param <V> an immutable row
 */
final class Table<K, V> {

    private final InMemoryTransactions transactions;
    private final Map<K, V> committed = new LinkedHashMap<>();
    private final Map<Running, Map<K, Optional<V>>> uncommitted = new HashMap<>();

    Table(InMemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.register(this);
    }

    private record Row(Table<?, ?> table, Object key) {}

    Optional<V> find(K key) {
        return transactions.atOnce(() -> {
            Optional<V> own = own().get(key);
            return own == null ? Optional.ofNullable(committed.get(key)) : own;
        });
    }

    /** All rows that the caller may see; those written in this transaction last. */
    List<V> list() {
        return transactions.atOnce(() -> {
            Map<K, Optional<V>> own = own();
            List<V> rows = new ArrayList<>();
            committed.forEach((key, row) -> {
                if (!own.containsKey(key)) {
                    rows.add(row);
                }
            });
            own.values().forEach(row -> row.ifPresent(rows::add));
            return rows;
        });
    }

    void put(K key, V row) {
        write(key, Optional.of(row));
    }

    void remove(K key) {
        write(key, Optional.empty());
    }

    /** Holds the row, whether it exists or not, until the running transaction ends. */
    void hold(K key) {
        transactions.hold(new Row(this, key));
    }

    boolean tryHold(K key) {
        return transactions.tryHold(new Row(this, key));
    }

    /** Removes at most {@code most} rows that {@code which} accepts by key and row, and returns them. */
    Map<K, V> removeAll(BiPredicate<? super K, ? super V> which, int most) {
        Map<K, V> found = transactions.atOnce(() -> {
            Map<K, V> accepted = new LinkedHashMap<>();
            keys().forEach(key -> find(key)
                    .filter(row -> accepted.size() < most && which.test(key, row))
                    .ifPresent(row -> accepted.put(key, row)));
            return accepted;
        });
        found.keySet().forEach(this::remove);
        return found;
    }

    private Set<K> keys() {
        Set<K> keys = new LinkedHashSet<>(committed.keySet());
        keys.addAll(own().keySet());
        return keys;
    }

    private void write(K key, Optional<V> row) {
        hold(key);
        transactions.atOnce(() -> {
            Running running = transactions.require();
            running.written().add(this);
            return uncommitted
                    .computeIfAbsent(running, ignored -> new LinkedHashMap<>())
                    .put(key, row);
        });
    }

    private Map<K, Optional<V>> own() {
        return transactions.current().map(uncommitted::get).orElseGet(Map::of);
    }

    void end(Running running, boolean commit) {
        Map<K, Optional<V>> rows = uncommitted.remove(running);
        if (commit && rows != null) {
            rows.forEach(
                    (key, row) -> row.ifPresentOrElse(value -> committed.put(key, value), () -> committed.remove(key)));
        }
    }
}

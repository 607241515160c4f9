package io.minsheng.identity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisation.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The organisations of the district: some hundred, read often, changed hardly ever, so kept in memory for a minute. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, String> {

    private static final long REFRESH_NANOS = 60_000_000_000L;

    private volatile Snapshot snapshot;

    private record Snapshot(Map<String, Organisation> byCode, long readAt) {
    }

    /** Those who evaluate and implement: departments and townships, in the official order. */
    public List<Organisation> handling() {
        return all().values().stream().filter(each -> each.kind() != Kind.OFFICE).toList();
    }

    /** Everything people can belong to, in the official order. */
    public List<Organisation> inOrder() {
        return List.copyOf(all().values());
    }

    public List<Organisation> townships() {
        return all().values().stream().filter(each -> each.kind() == Kind.TOWNSHIP).toList();
    }

    public Optional<Organisation> find(String code) {
        return Optional.ofNullable(code == null ? null : all().get(code));
    }

    public boolean isTownship(String code) {
        return find(code).filter(each -> each.kind() == Kind.TOWNSHIP).isPresent();
    }

    /** The township that a place names; of several the one with the longest name. Null names none. */
    public Optional<Organisation> townshipIn(String place) {
        return place == null ? Optional.empty()
                : townships().stream()
                        .filter(each -> each.names().filter(name -> name.length() > 1).anyMatch(place::contains))
                        .max(Comparator.comparingInt(each -> each.shortName().length()));
    }

    /** Whether a case can be assigned to it. */
    public boolean canHandle(String code) {
        return find(code).filter(each -> each.kind() != Kind.OFFICE).isPresent();
    }

    /** The name for pages; the code itself when unknown, empty for null. */
    public String shortName(String code) {
        return code == null ? "" : find(code).map(Organisation::shortName).orElse(code);
    }

    /** Forgets the snapshot after a change. */
    public void changed() {
        snapshot = null;
    }

    private Map<String, Organisation> all() {
        Snapshot now = snapshot;
        if (now == null || System.nanoTime() - now.readAt() > REFRESH_NANOS) {
            now = read();
            snapshot = now.byCode().isEmpty() ? null : now;
        }
        return now.byCode();
    }

    @Transactional
    Snapshot read() {
        Map<String, Organisation> byCode = new LinkedHashMap<>();
        list("order by position").forEach(each -> byCode.put(each.code(), each));
        return new Snapshot(byCode, System.nanoTime());
    }
}

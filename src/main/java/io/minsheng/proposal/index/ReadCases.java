package io.minsheng.proposal.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.index.IndexedCase.Files;
import io.minsheng.proposal.index.IndexedCase.Handling;

/**
 * Reads from the register what the index keeps. Whatever happens to a case adds an entry to its time line in the same
 * transaction, so number and newest id of the entries, with the due dates of its tasks and its files, tell whether the index
 * knows a case as it stands; no column and no statement is spent on it. Plain statements, because whole tables pass through
 * here and nothing is changed.
 */
@ApplicationScoped
class ReadCases {

    private final DataSource database;
    private final Vault vault;

    ReadCases(DataSource database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** One entry of a time line. */
    record Entry(String id, String caseId) {
    }

    /** How a case stands: changes whenever something happens to it. */
    record Stand(String caseId, String mark) {

        static Stand of(ResultSet row) throws SQLException {
            return new Stand(row.getString(1), row.getString(2) + "." + row.getLong(3));
        }

        Stand with(Handling handling, Files files) {
            return new Stand(caseId, mark + "." + handling.mark() + "." + files.mark());
        }
    }

    private interface Row<R> {
        R of(ResultSet row) throws SQLException;
    }

    /** The entries whose ids are greater than one. */
    List<Entry> entriesSince(String id) {
        return query("SELECT id, proposal_id FROM timeline_entry WHERE id > ?",
                row -> new Entry(row.getString(1), row.getString(2)), id);
    }

    /** The next cases in the order of their ids. */
    List<Stand> standsAfter(String caseId, int limit) {
        return handled(query("SELECT proposal_id, MAX(id), COUNT(*) FROM timeline_entry WHERE proposal_id > ?"
                + " GROUP BY proposal_id ORDER BY proposal_id LIMIT ?", Stand::of, caseId, limit));
    }

    List<Stand> standsOf(Collection<String> ids) {
        return handled(timeLines(ids));
    }

    private List<Stand> timeLines(Collection<String> ids) {
        return query("SELECT proposal_id, MAX(id), COUNT(*) FROM timeline_entry WHERE proposal_id = ANY (?)"
                + " GROUP BY proposal_id", Stand::of, ids);
    }

    private List<Stand> handled(List<Stand> stands) {
        List<String> ids = stands.stream().map(Stand::caseId).toList();
        Map<String, Handling> handlings = handlings(ids);
        Map<String, List<String>> files = files(ids);
        return stands.stream().map(each -> each.with(handlings.getOrDefault(each.caseId(), Handling.NONE),
                new Files(files.getOrDefault(each.caseId(), List.of()), List.of()))).toList();
    }

    /** Of those that have any: what their authors enclosed, and scans of letters; raw mails are read when they come in. */
    private Map<String, List<String>> files(Collection<String> ids) {
        Map<String, List<String>> files = new HashMap<>();
        query("""
                SELECT a.proposal_id, a.file_id FROM attachment a JOIN stored_file f ON f.id = a.file_id
                WHERE a.proposal_id = ANY (?) AND a.kind <> 'ORIGINAL' AND f.wrapped_key IS NOT NULL ORDER BY a.id""",
                row -> files.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(row.getString(2)), ids);
        return files;
    }

    /** Of those that have tasks. */
    private Map<String, Handling> handlings(Collection<String> ids) {
        Map<String, Handling> handlings = new HashMap<>();
        query("""
                SELECT p.id, w.organisation, w.urgent, w.yellow_at, w.due_at, w.ended_at IS NULL AND NOT w.frozen
                FROM proposal p JOIN work_item w ON w.case_number = p.case_number WHERE p.id = ANY (?)""",
                row -> handlings.merge(row.getString(1), handling(row), ReadCases::both), ids);
        return handlings;
    }

    private static Handling handling(ResultSet item) throws SQLException {
        SortedSet<String> departments = new TreeSet<>();
        if (item.getString(2) != null) {
            departments.add(item.getString(2));
        }
        return item.getBoolean(6) ? new Handling(departments, true, moment(item, 4), item.getBoolean(3) ? 0 : moment(item, 5))
                : new Handling(departments, false, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private static long moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? Long.MAX_VALUE : at.toInstant().toEpochMilli();
    }

    private static Handling both(Handling one, Handling other) {
        SortedSet<String> departments = new TreeSet<>(one.departments());
        departments.addAll(other.departments());
        return new Handling(departments, one.open() || other.open(), Math.min(one.yellowAt(), other.yellowAt()),
                Math.min(one.redAt(), other.redAt()));
    }

    /** The cases with these ids, in no order. */
    List<IndexedCase> load(Collection<String> ids) {
        // first how they stand: what is committed while the rest is read is then read once more, never missed
        Map<String, Stand> stands = timeLines(ids).stream().collect(Collectors.toMap(Stand::caseId, each -> each));
        Map<String, Handling> handlings = handlings(ids);
        Map<String, List<String>> files = files(ids);
        Map<String, List<String>> added = new HashMap<>();
        query("SELECT proposal_id, text FROM supplement WHERE proposal_id = ANY (?) ORDER BY received_at, id",
                row -> added.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(row.getString(2)), ids);
        return query("""
                SELECT p.id, p.case_number, p.campaign, p.category, p.township, p.channel, p.stage, p.public_stage, p.desk,
                p.received_at, p.title, p.public_title, p.place, p.content, p.reason, p.beneficiaries, p.target,
                a.wrapped_key, a.sealed_name
                FROM proposal p JOIN author a ON a.id = p.author_id WHERE p.id = ANY (?)""",
                row -> {
                    String id = row.getString("id");
                    return indexed(row, stands.getOrDefault(id, new Stand(id, "")),
                            handlings.getOrDefault(id, Handling.NONE), files.getOrDefault(id, List.of()),
                            added.getOrDefault(id, List.of()));
                }, ids);
    }

    private IndexedCase indexed(ResultSet row, Stand stand, Handling handling, List<String> fileIds,
            List<String> added) throws SQLException {
        String name = vault.openText(row.getBytes("wrapped_key"), row.getBytes("sealed_name"));
        List<String> names = name == null ? List.of() : List.of(name);
        String rest = Stream
                .concat(Stream.of(row.getString("reason"), row.getString("beneficiaries"), row.getString("target")),
                        added.stream())
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
        String place = row.getString("place");
        Files files = new Files(fileIds, names);
        return new IndexedCase(stand.caseId(), stand.with(handling, files).mark(), facts(row), handling,
                new IndexedCase.Words(Masking.freeText(row.getString("title"), names), row.getString("public_title"),
                        place == null ? "" : Masking.freeText(place, names),
                        Masking.freeText(row.getString("content"), names), Masking.freeText(rest, names)),
                files);
    }

    private static IndexedCase.Facts facts(ResultSet row) throws SQLException {
        Stage publicStage = Stage.valueOf(row.getString("public_stage"));
        return new IndexedCase.Facts(row.getString("case_number"), row.getString("campaign"), row.getString("category"),
                row.getString("township"), Channel.valueOf(row.getString("channel")), Stage.valueOf(row.getString("stage")),
                publicStage, row.getString("desk"), row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("public_title") != null && publicStage.isAccepted());
    }

    private <R> List<R> query(String sql, Row<R> read, Object... parameters) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i] instanceof Collection<?> many
                        ? connection.createArrayOf("varchar", many.toArray())
                        : parameters[i]);
            }
            List<R> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(read.of(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the register could not be read for the index", e);
        }
    }
}

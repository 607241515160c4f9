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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;

/**
 * Reads from the register what the index keeps. Whatever happens to a case adds an entry to its time line in the same
 * transaction, so number and newest id of the entries tell whether the index knows a case as it stands; no column and no
 * statement is spent on it. Plain statements, because whole tables pass through here and nothing is changed.
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
        return query("SELECT proposal_id, MAX(id), COUNT(*) FROM timeline_entry WHERE proposal_id > ?"
                + " GROUP BY proposal_id ORDER BY proposal_id LIMIT ?", Stand::of, caseId, limit);
    }

    List<Stand> standsOf(Collection<String> ids) {
        return query("SELECT proposal_id, MAX(id), COUNT(*) FROM timeline_entry WHERE proposal_id = ANY (?)"
                + " GROUP BY proposal_id", Stand::of, ids);
    }

    /** The cases with these ids, in no order. */
    List<IndexedCase> load(Collection<String> ids) {
        // first how they stand: what is committed while the rest is read is then read once more, never missed
        Map<String, String> stands = standsOf(ids).stream().collect(Collectors.toMap(Stand::caseId, Stand::mark));
        Map<String, List<String>> added = new HashMap<>();
        query("SELECT proposal_id, text FROM supplement WHERE proposal_id = ANY (?) ORDER BY received_at, id",
                row -> added.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(row.getString(2)), ids);
        return query("""
                SELECT p.id, p.case_number, p.campaign, p.category, p.township, p.channel, p.stage, p.public_stage, p.desk,
                p.received_at, p.title, p.public_title, p.place, p.content, p.reason, p.beneficiaries, p.target,
                a.wrapped_key, a.sealed_name
                FROM proposal p JOIN author a ON a.id = p.author_id WHERE p.id = ANY (?)""",
                row -> indexed(row, stands.getOrDefault(row.getString("id"), ""),
                        added.getOrDefault(row.getString("id"), List.of())),
                ids);
    }

    private IndexedCase indexed(ResultSet row, String stand, List<String> added) throws SQLException {
        String name = vault.openText(row.getBytes("wrapped_key"), row.getBytes("sealed_name"));
        List<String> names = name == null ? List.of() : List.of(name);
        String rest = Stream
                .concat(Stream.of(row.getString("reason"), row.getString("beneficiaries"), row.getString("target")),
                        added.stream())
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
        String place = row.getString("place");
        return new IndexedCase(row.getString("id"), stand, facts(row),
                new IndexedCase.Words(Masking.freeText(row.getString("title"), names), row.getString("public_title"),
                        place == null ? "" : Masking.freeText(place, names),
                        Masking.freeText(row.getString("content"), names), Masking.freeText(rest, names)));
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

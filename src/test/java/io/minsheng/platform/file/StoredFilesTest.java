package io.minsheng.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.platform.crypto.BrokenSeal;
import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StoredFilesTest {

    @Inject
    StoredFiles files;
    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, StoredFiles.PIECE_BYTES, StoredFiles.PIECE_BYTES + 1, 3 * StoredFiles.PIECE_BYTES + 5 })
    void givesBackWhatItGot(int size) throws IOException {
        byte[] content = random(size);
        StoredFile file = files.store("征集表.pdf", "application/pdf", new ByteArrayInputStream(content));

        assertThat(files.find(file.id()).orElseThrow()).extracting(StoredFile::name, StoredFile::size, StoredFile::mediaType)
                .containsExactly("征集表.pdf", (long) size, "application/pdf");
        try (InputStream in = files.open(file.id())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(number("SELECT COUNT(*) FROM file_piece WHERE file_id = '" + file.id() + "'"))
                .isEqualTo((size + StoredFiles.PIECE_BYTES - 1) / StoredFiles.PIECE_BYTES);
    }

    @Test
    void knowsTheDigestOfTheContent() {
        StoredFile file = files.store("a.txt", "text/plain", new ByteArrayInputStream("abc".getBytes()));

        assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void belongsToTheCallersTransaction() {
        String[] id = new String[1];
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            id[0] = files.store("a.pdf", "application/pdf", new ByteArrayInputStream(random(300_000))).id();
            assertThat(files.open(id[0])).hasSameContentAs(new ByteArrayInputStream(random(300_000)));
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        assertThat(files.find(id[0])).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM file_piece WHERE file_id = '" + id[0] + "'")).isZero();
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> files.store("a.pdf", "application/pdf", new ByteArrayInputStream(random(1001)), 1000))
                .isInstanceOf(Refusal.class).extracting("status").isEqualTo(413);
    }

    @Test
    void cannotBeReadInTheDatabaseNorAfterErasing() {
        byte[] content = "张三 13812345678".getBytes();
        StoredFile file = files.store("张三.pdf", "application/pdf", new ByteArrayInputStream(content));
        byte[] kept = QuarkusTransaction.requiringNew().call(() -> (byte[]) entities
                .createNativeQuery("SELECT sealed FROM file_piece WHERE file_id = '" + file.id() + "'", byte[].class)
                .getSingleResult());
        assertThat(new String(kept)).doesNotContain("13812345678");

        files.erase(file.id());

        assertThat(files.find(file.id()).orElseThrow()).extracting(StoredFile::erased, StoredFile::size, StoredFile::name)
                .containsExactly(true, (long) content.length, "已删除");
        assertThatThrownBy(() -> files.open(file.id())).isInstanceOf(Refusal.class).extracting("status").isEqualTo(404);
    }

    @Test
    void seesExchangedPieces() {
        StoredFile file = files.store("a.pdf", "application/pdf",
                new ByteArrayInputStream(random(2 * StoredFiles.PIECE_BYTES)));
        sql("UPDATE file_piece SET piece = 9 WHERE piece = 0 AND file_id = '" + file.id() + "'");
        sql("UPDATE file_piece SET piece = 0 WHERE piece = 1 AND file_id = '" + file.id() + "'");
        sql("UPDATE file_piece SET piece = 1 WHERE piece = 9 AND file_id = '" + file.id() + "'");

        assertThatThrownBy(() -> files.open(file.id()).readAllBytes()).isInstanceOf(BrokenSeal.class);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}

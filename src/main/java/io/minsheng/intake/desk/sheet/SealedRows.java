package io.minsheng.intake.desk.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.platform.crypto.Vault;

/** Seals what is in a row with the key of its sheet, and opens it again. */
@ApplicationScoped
class SealedRows {

    private final Vault vault;
    private final ObjectMapper json;

    SealedRows(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(byte[] wrappedKey, DeskEntry entry) {
        try {
            return vault.seal(wrappedKey, json.writeValueAsBytes(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null if it was forgotten. */
    DeskEntry entry(DeskSheet sheet, SheetRow row) {
        byte[] opened = vault.open(sheet.wrappedKey(), row.sealedEntry());
        try {
            return opened == null ? null : json.readValue(opened, DeskEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sealCode(DeskSheet sheet, String queryCode) {
        return vault.seal(sheet.wrappedKey(), queryCode.getBytes(UTF_8));
    }

    /** Null if it was forgotten. */
    String code(DeskSheet sheet, SheetRow row) {
        byte[] opened = vault.open(sheet.wrappedKey(), row.sealedCode());
        return opened == null ? null : new String(opened, UTF_8);
    }

    /** The same for rows that say the same in one campaign at one desk. */
    String digest(DeskSheet sheet, String key) {
        return vault.digest("desk-sheet-row",
                String.join("\u001d", sheet.campaign(), sheet.desk() == null ? "" : sheet.desk(), key));
    }
}

package io.minsheng.intake.desk.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentKind;
import io.minsheng.platform.file.AttachmentRules;

/** Reads an uploaded spreadsheet; its content says what it is, not its name. */
@ApplicationScoped
class ReadSheet {

    private static final int ZIP = 0x504B;
    private static final int OLE = 0xD0CF;

    private final AttachmentRules rules;

    ReadSheet(AttachmentRules rules) {
        this.rules = rules;
    }

    /**
     * The sheets of the file that one sees.
     *
     * @throws Refusal 400 empty, broken or beyond a limit, 413 too large, 415 another kind of file
     */
    List<Sheet> read(InputStream content) {
        byte[] bytes = bytes(content);
        if (bytes.length == 0) {
            throw Refusal.invalid("file", "文件是空的，请重新选择。");
        }
        int magic = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (magic != ZIP && magic != OLE) {
            return List.of(ReadCsv.of(bytes));
        }
        AcceptedFile file = rules.acceptSheet("sheet", new ByteArrayInputStream(bytes));
        if (file.kind() == AttachmentKind.XLS) {
            throw Refusal.unsupported("这是旧格式的 xls，请用表格软件另存为 xlsx 再上传。");
        }
        return ReadWorkbook.of(file.content());
    }

    private byte[] bytes(InputStream content) {
        long max = rules.maxBytes();
        try {
            byte[] bytes = content.readNBytes((int) (max + 1));
            if (bytes.length > max) {
                throw Refusal.tooLarge("文件不能超过 " + max / (1024 * 1024) + " MB，请分成几个文件。");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded spreadsheet could not be read", e);
        }
    }
}

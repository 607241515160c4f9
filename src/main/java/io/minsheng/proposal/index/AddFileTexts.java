package io.minsheng.proposal.index;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.FileTexts;

/** Gives the cases of the index the texts of their files, one case at a time, when there is nothing more urgent to do. */
@ApplicationScoped
class AddFileTexts {

    private static final Logger LOG = Logger.getLogger(AddFileTexts.class);
    /** Of a file, in bytes, and of all texts of a case, in characters: more is not looked at. */
    private static final int LARGEST = 20 << 20;
    private static final int LONGEST = 200_000;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final ReadCases cases;
    private final StoredFiles files;
    private final Instance<FileTexts> texts;
    private volatile boolean wanted;
    private long next;

    AddFileTexts(ReadCases cases, StoredFiles files, Instance<FileTexts> texts) {
        this.cases = cases;
        this.files = files;
        this.texts = texts;
    }

    /** There may be cases whose files are not read. */
    void wanted() {
        wanted = true;
        next = System.nanoTime();
    }

    /** When it wants to work, as {@code System.nanoTime()} has it. */
    long nextTurn() {
        return wanted ? next : System.nanoTime() + NEVER;
    }

    void add(CaseIndex index) throws IOException {
        List<String> ids = index.withUnreadFiles(1);
        if (ids.isEmpty()) {
            wanted = false;
            return;
        }
        List<IndexedCase> loaded = cases.load(ids);
        for (IndexedCase each : loaded) {
            index.put(each, textOf(each.files()));
        }
        if (loaded.isEmpty()) {
            index.remove(ids);
        }
        index.show();
    }

    private String textOf(IndexedCase.Files all) {
        StringBuilder text = new StringBuilder();
        for (String id : all.ids()) {
            if (text.length() < LONGEST) {
                text.append(text(id)).append('\n');
            }
        }
        text.setLength(Math.min(text.length(), LONGEST));
        return Masking.freeText(text.toString(), all.names()).strip();
    }

    private String text(String id) {
        try (InputStream content = files.open(id)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? "" : texts.get().of(bytes);
        } catch (Refusal erased) {
            return "";
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "文件 %s 的文字未能编入检索。", id);
            return "";
        }
    }
}

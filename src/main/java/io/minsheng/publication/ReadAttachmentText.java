package io.minsheng.publication;

import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.proposal.FileTexts;
import io.minsheng.publication.guard.FileText;
import io.minsheng.publication.guard.FileText.Sort;
import io.minsheng.publication.guard.ReadFile;
import io.minsheng.publication.guard.UnreadableFile;

/** Reads the texts of attachments for the search. */
@Singleton
class ReadAttachmentText implements FileTexts {

    @Override
    public String of(byte[] content) {
        try {
            return ReadFile.of(content).places().stream().filter(each -> each.sort() == Sort.TEXT).map(FileText.Place::text)
                    .collect(Collectors.joining("\n"));
        } catch (UnreadableFile e) {
            // nothing can be found in it; people see it in the list of files
            return "";
        }
    }
}

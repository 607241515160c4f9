package io.minsheng.tracking;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.qute.TemplateData;

/**
 * All that is stored about a person, for that person.
 *
 * @param until when it can be seen, exclusive
 */
@TemplateData
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnData(OffsetDateTime until, Identity identity, List<Case> cases, List<Supported> supports,
        List<Mail> mails) {

    /** Name and ways to reach the person; null where nothing is stored. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identity(String kind, String name, String phone, String email, String address) {
    }

    /** A suggestion, in the words as they are stored. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(String caseNumber, String channel, OffsetDateTime receivedAt, boolean replyWanted, List<Field> fields,
            List<String> supplements, List<File> files) {
    }

    /** A field of the form that was filled in. */
    @TemplateData
    public record Field(String label, String text) {
    }

    @TemplateData
    public record File(String name, long size, OffsetDateTime addedAt) {
    }

    /** A suggestion of somebody else that the person supports. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Supported(String caseNumber, String publicTitle, String words, OffsetDateTime at) {
    }

    /** A mail to the person; its text is stored, too, and went to the person. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mail(String subject, OffsetDateTime writtenAt, OffsetDateTime sentAt) {
    }
}

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
        List<Request> requests, List<Mail> mails) {

    /** Name and ways to reach the person; null where nothing is stored, as is the kind in a correction. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identity(String kind, String name, String phone, String email, String address) {
    }

    /**
     * A suggestion, in the words as they are stored.
     *
     * @param privacyVersion the version of the notice on personal data that was told; null before there were any
     * @param withdrawalReason null unless it was withdrawn
     * @param answers those that went to the person, the newest first
     */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(String caseNumber, String channel, OffsetDateTime receivedAt, boolean replyWanted,
            Integer privacyVersion, List<Field> fields, List<String> supplements, String withdrawalReason,
            List<Answered> answers, List<File> files) {
    }

    /** The text of an answer, and what the person thinks of it; null without rating. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answered(String text, OffsetDateTime at, Rated rating) {
    }

    /**
     * A rating.
     *
     * @param words null when only the score was given
     */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rated(String satisfaction, String words, OffsetDateTime at) {
    }

    /** A field of the form that was filled in. */
    @TemplateData
    public record Field(String label, String text) {
    }

    @TemplateData
    public record File(String name, long size, OffsetDateTime addedAt) {
    }

    /**
     * A suggestion of somebody else that the person supports.
     *
     * @param privacyVersion as of a case
     */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Supported(String caseNumber, String publicTitle, String words, OffsetDateTime at, Integer privacyVersion) {
    }

    /**
     * What the person has asked about the own data, also this time.
     *
     * @param words null when none were written
     * @param wanted what is right instead, for a correction; else null
     * @param answer null while there is none
     */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(String kind, String words, Identity wanted, OffsetDateTime at, String state, String answer,
            OffsetDateTime answeredAt) {
    }

    /** A mail to the person; its text is stored, too, and went to the person. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mail(String subject, OffsetDateTime writtenAt, OffsetDateTime sentAt) {
    }
}

package io.minsheng.intake.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** A suggestion as the machine read it in a mail; source and fields are sealed with the key of the mail. */
@Entity
@Table(name = "mail_suggestion")
public class MailSuggestion {

    @Id
    private String id;
    @Column(name = "message_id")
    private String messageId;
    private int ordinal;
    @Column(name = "case_number")
    private String caseNumber;
    @Column(name = "sealed_source")
    private byte[] sealedSource;
    @Column(name = "sealed_fields")
    private byte[] sealedFields;

    protected MailSuggestion() {
    }

    MailSuggestion(String messageId, int ordinal, byte[] sealedSource, byte[] sealedFields) {
        this.id = Ids.next();
        this.messageId = messageId;
        this.ordinal = ordinal;
        this.sealedSource = sealedSource;
        this.sealedFields = sealedFields;
    }

    void become(String caseNumber) {
        this.caseNumber = caseNumber;
    }

    String messageId() {
        return messageId;
    }

    String caseNumber() {
        return caseNumber;
    }

    byte[] sealedSource() {
        return sealedSource;
    }

    byte[] sealedFields() {
        return sealedFields;
    }
}

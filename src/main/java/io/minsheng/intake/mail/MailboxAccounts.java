package io.minsheng.intake.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The mailboxes that administrators keep. */
@ApplicationScoped
class MailboxAccounts implements PanacheRepositoryBase<MailboxAccount, String> {

    List<MailboxAccount> inOrder() {
        return list("order by createdAt, id");
    }
}

package io.minsheng.proposal;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** 更正: puts other contact data in place of what is stored about an author (个人信息保护法 46). The old data are not kept. */
@ApplicationScoped
public class CorrectAuthor {

    private static final LengthRule NAME = LengthRule.other("name", "姓名").needed();
    private static final LengthRule ADDRESS = LengthRule.other("address", "联系地址");

    private final Authors authors;
    private final Vault vault;

    CorrectAuthor(Authors authors, Vault vault) {
        this.authors = authors;
        this.vault = vault;
    }

    /**
     * What is to be stored, clean.
     *
     * @throws Refusal 400 with all fields that do not pass
     */
    public static Contact checked(Contact sent) {
        Contact clean = new Contact(Texts.cleanOrNull(Texts.cleanLine(sent.name())), Texts.narrowOrNull(sent.phone()),
                Texts.narrowOrNull(sent.email()), Texts.cleanOrNull(Texts.cleanLine(sent.address())));
        List<Violation> violations = new ArrayList<>();
        NAME.check(clean.name(), violations);
        if (clean.address() == null && clean.phone() == null && clean.email() == null) {
            violations.add(new Violation("phone", "联系电话、电子邮箱、联系地址至少填写一项。"));
        }
        CheckContact.check("", clean.phone(), clean.email(), violations);
        ADDRESS.check(clean.address(), violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return clean;
    }

    /**
     * Puts it in place.
     *
     * @param contact from {@link #checked}
     * @throws Refusal 409 the author was erased
     */
    @Transactional
    public void correct(Author author, Contact contact) {
        Author present = authors.findById(author.id());
        if (present.erased()) {
            throw Refusal.conflict("个人信息已经删除，不能更正。");
        }
        present.correct(contact, vault);
    }
}

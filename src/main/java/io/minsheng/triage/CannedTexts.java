package io.minsheng.triage;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.triage.CannedText.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The texts that the office starts from. The same for every campaign. */
@ApplicationScoped
public class CannedTexts implements PanacheRepositoryBase<CannedText, String> {

    /** In the order of the office. */
    @Transactional
    public List<CannedText> of(Kind kind) {
        return list("kind = ?1 order by position, label", kind);
    }

    /** Of every kind, in the order of the office. */
    @Transactional
    public List<CannedText> inOrder() {
        return list("order by kind, position, label");
    }
}

package io.minsheng.intake.desk;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.proposal.Receipt;

/**
 * Enters a letter, or what somebody said at a desk or on the telephone, into the register; the scans with it or nothing at all.
 */
@ApplicationScoped
public class EnterProposal {

    private final Desks desks;
    private final CheckEntry check;
    private final RegisterEntry register;
    private final AddScan addScan;
    private final AttachmentRules rules;

    EnterProposal(Desks desks, CheckEntry check, RegisterEntry register, AddScan addScan, AttachmentRules rules) {
        this.desks = desks;
        this.check = check;
        this.register = register;
        this.addScan = addScan;
        this.rules = rules;
    }

    /**
     * Enters.
     *
     * @throws Refusal 400 with all fields that do not pass, 403 another desk, 404 no such campaign, 409 not begun or closed,
     *         too many scans, 413 and 415 scans
     */
    @Transactional
    public Receipt enter(DeskEntry entry, List<Scan> scans, Actor by) {
        String desk = desks.of(entry.arrival().desk(), by);
        List<Violation> violations = new ArrayList<>(check.violations(entry));
        if (scans.size() > rules.perCase()) {
            violations.add(new Violation("file", "每件建议最多上传 " + rules.perCase() + " 个附件，现在有 " + scans.size() + " 个。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Receipt receipt = register.register(entry, desk, by);
        scans.forEach(scan -> addScan.add(receipt.caseNumber(), scan, by));
        return receipt;
    }
}

package io.minsheng.triage.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.MachineReadings;
import io.minsheng.proposal.MachineReadings.MachineReading;
import io.minsheng.proposal.MachineReadings.Readings;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.view.TaskView;

/** What a machine read for the case of a task, beside the original: short, and masked for everyone but triage. */
@Singleton
class ShowReadings {

    private static final int SHORT = 60;

    private final Proposals proposals;
    private final Instance<MachineReadings> readings;

    ShowReadings(Proposals proposals, Instance<MachineReadings> readings) {
        this.proposals = proposals;
        this.readings = readings;
    }

    /** Null where nothing was read by a machine. */
    @Transactional
    Readings of(TaskView task, Actor actor) {
        boolean whole = actor.has(Role.TRIAGE);
        return readings.get().of(proposals.byNumber(task.item().caseNumber()))
                .map(read -> new Readings(read.where(), whole ? read.message() : null,
                        read.fields().stream().map(each -> new MachineReading(each.label(), shown(each.value(), whole),
                                each.percent(), each.doubtful())).toList()))
                .orElse(null);
    }

    private static String shown(String value, boolean whole) {
        return Texts.shorten(whole ? value : Masking.freeText(value), SHORT);
    }
}

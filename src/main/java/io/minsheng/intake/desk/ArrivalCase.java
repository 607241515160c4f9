package io.minsheng.intake.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.proposal.Proposal;

/** A case that has come of an arrival. */
@Entity
@Table(name = "desk_arrival_case")
class ArrivalCase {

    @Id
    @Column(name = "proposal_id")
    private String proposalId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "arrival_id")
    private DeskArrival arrival;
    private int position;
    @Column(name = "sealed_proxy")
    private byte[] sealedProxy;

    protected ArrivalCase() {
    }

    /** @param position from 1 */
    ArrivalCase(Proposal proposal, DeskArrival arrival, int position, byte[] sealedProxy) {
        this.proposalId = proposal.id();
        this.arrival = arrival;
        this.position = position;
        this.sealedProxy = sealedProxy;
    }

    DeskArrival arrival() {
        return arrival;
    }

    int position() {
        return position;
    }

    byte[] sealedProxy() {
        return sealedProxy;
    }
}

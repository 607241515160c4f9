package io.minsheng.intake.desk.api;

import java.time.LocalDate;
import java.util.List;

import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.intake.desk.ViewArrivals;
import io.minsheng.intake.desk.ViewArrivals.CaseOfArrival;
import io.minsheng.proposal.Channel;

/**
 * A letter, a visit or a call.
 *
 * @param cases all that have come of it; of one case, the others
 * @param proxy who handed it in for the proposer, masked; absent in the register and where nobody did
 */
public record ArrivalAnswer(String campaign, String desk, Channel channel, String envelope, LocalDate receivedOn,
        LocalDate postmarkedOn, List<CaseOfArrival> cases, DeskEntry.Proxy proxy) {

    static ArrivalAnswer of(ViewArrivals.Origin origin) {
        return new ArrivalAnswer(origin.arrival().campaign(), origin.arrival().desk(), origin.arrival().channel(),
                origin.arrival().envelope(), origin.arrival().receivedOn(), origin.arrival().postmarkedOn(), origin.others(),
                origin.proxy());
    }

    static ArrivalAnswer of(ViewArrivals.Entry entry) {
        return of(new ViewArrivals.Origin(entry.arrival(), entry.cases(), null));
    }
}

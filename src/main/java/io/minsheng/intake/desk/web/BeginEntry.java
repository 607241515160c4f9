package io.minsheng.intake.desk.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.DeskArrival;
import io.minsheng.intake.desk.ViewArrivals;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Choice;

/** The form for the next letter: filled in with what the clerk asks for, else with what the last one of today had. */
@ApplicationScoped
class BeginEntry {

    private final ViewArrivals arrivals;
    private final DeskLists lists;
    private final CurrentActor currentActor;
    private final InstantSource clock;

    BeginEntry(ViewArrivals arrivals, DeskLists lists, CurrentActor currentActor, InstantSource clock) {
        this.arrivals = arrivals;
        this.lists = lists;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param wanted names and values; null for what is not asked for
     * @return empty if no campaign takes suggestions now
     */
    Optional<DeskForm> form(Map<String, String> wanted) {
        List<Choice> open = lists.campaigns();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> repeated = new HashMap<>(
                Map.of("receivedOn", Shanghai.date(clock.instant()).toString(), "campaign", open.get(0).code()));
        arrivals.lastToday(currentActor.get()).ifPresent(last -> repeated.putAll(ofLast(last)));
        wanted.forEach((name, value) -> {
            if (value != null) {
                repeated.put(name, value);
            }
        });
        String campaign = repeated.remove("campaign");
        return Optional.of(DeskForm.beginning(
                open.stream().map(Choice::code).filter(each -> each.equals(campaign)).findFirst().orElse(open.get(0).code()),
                repeated));
    }

    private static Map<String, String> ofLast(DeskArrival last) {
        return Map.of("campaign", last.campaign(), "channel", last.channel().name(), "receivedOn", last.receivedOn().toString(),
                "desk", last.desk() == null ? "" : last.desk());
    }
}

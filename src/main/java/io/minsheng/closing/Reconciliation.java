package io.minsheng.closing;

import java.util.Map;

import io.minsheng.proposal.Channel;

/**
 * Where everything that came in has gone.
 *
 * @param total over the whole campaign
 * @param byChannel also by category and township; the township "" stands for none named
 * @param balanced whether every sum adds up, stage and disposition of every case agree, and register and process know the
 *        same cases
 */
public record Reconciliation(String campaign, Sums total, Map<Channel, Sums> byChannel, Map<String, Sums> byCategory,
        Map<String, Sums> byTownship, boolean balanced) {
}

package io.minsheng.proposal;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Hands out case numbers. Each node takes blocks of serials in a transaction of its own, so that submissions never queue
 * for a counter; what a stopped node did not use stays a gap, which the contract allows. Nobody waits here for another
 * thread: that one may be waiting until this one's transaction has ended.
 */
@ApplicationScoped
public class CaseNumbers {

    private static final int BLOCK = 50;
    private static final long LAST = 999_999;

    private final EntityManager entities;
    private final Map<String, Queue<Long>> free = new ConcurrentHashMap<>();

    CaseNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /** The next number; never handed out twice. */
    String next(String campaign) {
        Queue<Long> serials = free.computeIfAbsent(campaign, code -> new ConcurrentLinkedQueue<>());
        Long serial = serials.poll();
        return CaseNumber.of(campaign, serial == null ? firstOfBlock(campaign, serials) : serial);
    }

    private long firstOfBlock(String campaign, Queue<Long> serials) {
        long end = take(campaign);
        LongStream.range(end - BLOCK + 1, end).forEach(serials::add);
        return end - BLOCK;
    }

    /** Takes a block, which ends before the number that this gives. */
    private long take(String campaign) {
        long end = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("update campaign set next_serial = next_serial + :block where code = :code")
                    .setParameter("block", BLOCK).setParameter("code", campaign).executeUpdate();
            return ((Number) entities.createNativeQuery("select next_serial from campaign where code = :code")
                    .setParameter("code", campaign).getSingleResult()).longValue();
        });
        if (end > LAST) {
            throw Refusal.conflict("本次征集的受理编号已用完，请联系系统管理员。");
        }
        return end;
    }
}

package io.minsheng.proposal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Hands out case numbers. Each node takes blocks of serials in a transaction of its own, so that submissions never queue for a
 * counter; what a stopped node did not use stays a gap, which the contract allows.
 */
@ApplicationScoped
public class CaseNumbers {

    private static final int BLOCK = 50;
    private static final long LAST = 999_999;

    private final EntityManager entities;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    CaseNumbers(EntityManager entities) {
        this.entities = entities;
    }

    private record Block(long next, long end) {

        boolean empty() {
            return next == end;
        }

        Block rest() {
            return new Block(next + 1, end);
        }
    }

    /** The next number; never handed out twice. */
    String next(String campaign) {
        Block taken = blocks.compute(campaign,
                (code, block) -> block == null || block.rest().empty() ? take(code) : block.rest());
        return CaseNumber.of(campaign, taken.next());
    }

    private Block take(String campaign) {
        long end = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("update campaign set next_serial = next_serial + :block where code = :code")
                    .setParameter("block", BLOCK).setParameter("code", campaign).executeUpdate();
            return ((Number) entities.createNativeQuery("select next_serial from campaign where code = :code")
                    .setParameter("code", campaign).getSingleResult()).longValue();
        });
        if (end > LAST) {
            throw Refusal.conflict("本次征集的受理编号已用完，请联系系统管理员。");
        }
        return new Block(end - BLOCK, end);
    }
}

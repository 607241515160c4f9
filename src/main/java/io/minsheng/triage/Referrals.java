package io.minsheng.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;

/** To whom a matter that is no suggestion for this call can be passed. */
@ApplicationScoped
public class Referrals {

    private static final Office HOTLINE = new Office("HOTLINE_12345", "12345政务服务便民热线");
    private static final Office PETITION = new Office("PETITION", "区信访办");

    private final Organisations organisations;

    Referrals(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Somebody who takes referrals. */
    public record Office(String code, String name) {
    }

    /** The two offices for single concerns and complaints first, then every department and township. */
    public List<Office> all() {
        return Stream.concat(List.of(HOTLINE, PETITION).stream(), organisations.handling().stream().map(Referrals::office))
                .toList();
    }

    public Optional<Office> find(String code) {
        if (HOTLINE.code().equals(code)) {
            return Optional.of(HOTLINE);
        }
        if (PETITION.code().equals(code)) {
            return Optional.of(PETITION);
        }
        return organisations.find(code).filter(each -> organisations.canHandle(code)).map(Referrals::office);
    }

    private static Office office(Organisation organisation) {
        return new Office(organisation.code(), organisation.shortName());
    }
}

package io.minsheng.campaign;

import java.util.List;

import jakarta.persistence.Embeddable;

/**
 * One of the principles by which departments score a suggestion.
 *
 * @param hint how to check it
 */
@Embeddable
public record Principle(String code, String name, String hint) {

    /** The four principles of the call of 2024-09-24. */
    public static final List<Principle> USUAL = List.of(
            new Principle("INCLUSIVENESS", "普惠性", "切口小、受益面广：是否具有公共性，群众是否关注，受益人数多少。"),
            new Principle("EFFECTIVENESS", "实效性", "是否回应群众反复提出的问题，建成后看得见、摸得着。"),
            new Principle("FEASIBILITY", "可行性", "是否合法合规、财力可承受、现有条件能办，原则上当年办结或有明显进展。"),
            new Principle("MEASURABILITY", "目标可量化", "是否有明确的年度目标（指标、单位、数值、时限），便于检验和监督。"));

    /** The same principle with what may change while opinions score it; null changes nothing. */
    Principle with(Principle changed) {
        return changed == null ? this : new Principle(code, name, changed.hint);
    }
}

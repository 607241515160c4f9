package io.minsheng.intake.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.MachineReadings;
import io.minsheng.proposal.Proposal;

/** Tells triage what was read in the mail of a case; who proposes it stays masked, as on every page. */
@Singleton
class TellReadings implements MachineReadings {

    private static final Set<String> PERSONAL = Set.of("建议人", "联系电话", "电子邮箱", "联系地址");

    private final InboxMessages messages;
    private final MailSuggestions suggestions;
    private final MailChoices choices;

    TellReadings(InboxMessages messages, MailSuggestions suggestions, MailChoices choices) {
        this.messages = messages;
        this.suggestions = suggestions;
        this.choices = choices;
    }

    @Override
    public Optional<Readings> of(Proposal proposal) {
        if (proposal.sourceMessage() == null) {
            return Optional.empty();
        }
        Map<String, String> names = choices.names();
        return messages.findByIdOptional(proposal.sourceMessage())
                .flatMap(message -> suggestions.ofCase(message, proposal.caseNumber())
                        .map(read -> new Readings(read.where(), message.id(), read.lines(names).stream()
                                .map(each -> new MachineReading(each.label(), shown(each), each.percent(), each.doubtful()))
                                .toList())));
    }

    private static String shown(Suggestion.Line line) {
        if (!PERSONAL.contains(line.label())) {
            return line.value();
        }
        return switch (line.label()) {
            case "建议人" -> Masking.name(line.value());
            case "联系电话" -> Masking.phone(line.value());
            case "电子邮箱" -> Masking.email(line.value());
            default -> "（已读到，见建议人信息）";
        };
    }
}

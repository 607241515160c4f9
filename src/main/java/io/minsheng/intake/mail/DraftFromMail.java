package io.minsheng.intake.mail;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Category;
import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.mail.form.FilledForm;
import io.minsheng.intake.mail.form.FormField;
import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.QuotedText;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;

/** Reads a suggestion from subject and body. Contact lines go to the author, not into the content that colleagues see. */
@ApplicationScoped
class DraftFromMail {

    private static final int TITLE_MIN = 4;
    private static final int TITLE_MAX = 60;
    private static final int CONTENT_MIN = 10;
    private static final int CONTENT_MAX = 5000;
    private static final int REASON_MAX = 2000;
    private static final int OTHER_MAX = 200;
    private static final String FURTHER = "……（全文见邮件原件）";
    private static final Pattern SALUTATION = Pattern
            .compile("^(?:尊敬的|敬爱的|亲爱的)?[\\p{IsHan}\\s、/]{0,20}(?:您好|你好)?[：:，,。！!\\s]*$");
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,19}");
    private static final Pattern PERSON = Pattern.compile("[\\p{IsHan}·]{2,6}");
    private static final String OTHER = "OTHER";
    private static final double LABELLED = 0.9;
    private static final double GUESSED = 0.5;

    private final Organisations organisations;

    DraftFromMail(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The draft; gaps stay null or empty. */
    Draft of(ReadMail mail, CampaignRules campaign) {
        FilledForm form = ReadForms.ofText(QuotedText.fresh(mail.text()));
        String content = content(form, mail.text());
        String place = form.get(FormField.PLACE).map(each -> shortened(each, OTHER_MAX)).orElse(null);
        Wish wish = new Wish(title(mail.subject(), form, content, campaign), category(form, campaign), content,
                form.get(FormField.REASON).map(each -> shortened(each, REASON_MAX)).orElse(null), township(place), place,
                form.get(FormField.BENEFICIARIES).map(each -> shortened(each, OTHER_MAX)).orElse(null),
                new Target(form.get(FormField.TARGET).map(each -> shortened(each, OTHER_MAX)).orElse(null), null, null, null,
                        null));
        return new Draft(campaign.code(), wish, proposer(mail, form));
    }

    /** The draft field by field, with how sure it is: said under its label, or only guessed. */
    Map<String, ViewMessages.Guess> guesses(ReadMail mail, CampaignRules campaign) {
        Draft draft = of(mail, campaign);
        FilledForm form = ReadForms.ofText(QuotedText.fresh(mail.text()));
        Map<String, ViewMessages.Guess> guesses = new LinkedHashMap<>();
        guess(guesses, "title", draft.wish().title(), form.get(FormField.TITLE).isPresent());
        guess(guesses, "category", draft.wish().category(), form.get(FormField.CATEGORY).isPresent());
        guess(guesses, "content", draft.wish().content(), form.get(FormField.CONTENT).isPresent());
        guess(guesses, "reason", draft.wish().reason(), true);
        guess(guesses, "township", draft.wish().township(), true);
        guess(guesses, "place", draft.wish().place(), true);
        guess(guesses, "beneficiaries", draft.wish().beneficiaries(), true);
        guess(guesses, "target", draft.wish().target().text(), true);
        guess(guesses, "name", draft.proposer().name(), form.get(FormField.NAME).isPresent());
        guess(guesses, "phone", draft.proposer().phone(), true);
        guess(guesses, "email", draft.proposer().email(), true);
        guess(guesses, "address", draft.proposer().address(), true);
        return guesses;
    }

    private static void guess(Map<String, ViewMessages.Guess> guesses, String field, String value, boolean labelled) {
        if (value != null && !value.isEmpty()) {
            guesses.put(field, new ViewMessages.Guess(value, labelled ? LABELLED : GUESSED));
        }
    }

    private static String content(FilledForm form, String whole) {
        String labelled = form.get(FormField.CONTENT).orElse("");
        String fresh = QuotedText.fresh(whole);
        String rest = ReadForms.remainder(fresh);
        String found = Texts.codePoints(labelled) >= CONTENT_MIN ? labelled
                : Texts.codePoints(rest) >= CONTENT_MIN ? rest : fresh;
        String clean = Texts.clean(found);
        return Texts.codePoints(clean) <= CONTENT_MAX ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, CONTENT_MAX - Texts.codePoints(FURTHER))) + FURTHER;
    }

    private static String title(String subject, FilledForm form, String content, CampaignRules campaign) {
        return Stream.of(Optional.of(SubjectPhrase.rest(subject, campaign.subjectPhrase())).filter(DraftFromMail::names),
                form.get(FormField.TITLE).map(Texts::cleanLine).filter(DraftFromMail::names),
                Optional.of(firstSentence(content)))
                .flatMap(Optional::stream).findFirst().map(each -> Texts.shorten(each, TITLE_MAX)).orElse("");
    }

    /** Long enough, and not somebody's name and number, which must not stand in lists. */
    private static boolean names(String text) {
        return Texts.codePoints(text) >= TITLE_MIN && Masking.freeText(text).equals(text);
    }

    private static String firstSentence(String content) {
        String first = "";
        for (String each : SENTENCE_END.split(content)) {
            String clean = Texts.cleanLine(each);
            if (clean.isEmpty() || SALUTATION.matcher(clean).matches() && Texts.codePoints(clean) < 12) {
                continue;
            }
            first = first.isEmpty() ? clean : first + "，" + clean;
            if (Texts.codePoints(first) >= TITLE_MIN) {
                return Masking.freeText(first);
            }
        }
        return Masking.freeText(Texts.cleanLine(content));
    }

    private static String category(FilledForm form, CampaignRules campaign) {
        String said = form.get(FormField.CATEGORY).orElse("").replaceAll("\\s", "");
        return campaign.categories().stream().filter(each -> !said.isEmpty())
                .filter(each -> said.contains(each.name()) || each.code().equalsIgnoreCase(said)).map(Category::code)
                .findFirst().orElseGet(() -> campaign.category(OTHER).map(Category::code)
                        .orElseGet(() -> campaign.categories().get(campaign.categories().size() - 1).code()));
    }

    /** The township that a place names; of several the one with the longest name. */
    private String township(String place) {
        return place == null ? null
                : organisations.townships().stream().filter(each -> names(each).anyMatch(place::contains))
                        .max(Comparator.comparingInt(each -> each.shortName().length())).map(Organisation::code).orElse(null);
    }

    private static Stream<String> names(Organisation township) {
        return Stream.concat(Stream.of(township.name(), township.shortName()), township.aliases().stream())
                .filter(each -> each.length() > 1);
    }

    private static Proposer proposer(ReadMail mail, FilledForm form) {
        String display = mail.sender().map(ReadMail.Sender::name).filter(each -> PERSON.matcher(each).matches()).orElse(null);
        return new Proposer(ProposerKind.RESIDENT,
                form.get(FormField.NAME).map(each -> shortened(each, OTHER_MAX)).orElse(display),
                form.get(FormField.PHONE).map(each -> Texts.cleanLine(each).replaceAll("[^0-9+ -]", "").strip())
                        .filter(each -> PHONE.matcher(each).matches()).orElse(null),
                mail.sender().map(each -> each.email().toLowerCase(Locale.ROOT)).orElse(null),
                form.get(FormField.ADDRESS).map(each -> shortened(each, OTHER_MAX)).orElse(null), true);
    }

    private static String shortened(String text, int max) {
        return Texts.shorten(Texts.clean(text), max);
    }
}

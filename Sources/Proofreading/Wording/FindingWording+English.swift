extension FindingWording {
    /// The sentence and the suggestion of each remark in English.
    static func english(_ key: Remark.Key) -> (message: String, suggestion: String) {
        switch key {
        case .sumDiffers:
            (
                "“{0}” is {1}{2}, but its parts add up to {3} = {4}, a difference of {5}.",
                "Check the total and the parts; if the parts are right the total is {4}."
            )
        case .partExceedsWhole:
            (
                "A part exceeds its whole: “{0}” {1} is more than “{2}” {3}.",
                "Check both figures, or state the counting rule (such as cases carried over)."
            )
        case .pendingDiffers:
            (
                "“{0}” is {1}, but “{2}” {3} and the pending {4} make {5}.",
                "Check the three figures; if the first two are right, {6} are pending."
            )
        case .restDiffers:
            (
                "“{0}” is {1}, but the parts with the rest, {2}, make {3}.",
                "Check the figures; if the others are right the rest is {4}."
            )
        case .unitsMixed: ("One account is kept in different units: {0}.", "Use one unit, or give both counts.")
        case .laterExceedsEarlier:
            (
                "“{0}” {1} is more than “{2}” {3}: no more can be finished than were taken on.",
                "Check both figures; say so if cases were carried over or counted differently."
            )
        case .laterExceedsEarlierMixed:
            (
                "“{0}” {1} is more than “{2}” {3}: no more can be finished than were taken on. {4}: the {5} of another count were probably added in.",
                "Check figures and units, keep the counts apart, and work the rate out again on one of them."
            )
        case .shareDiffers:
            (
                "The printed figures give {6}, not {5}% (“{0}” {1}, “{2}” {3}).",
                "Check numerator and denominator; if both are right, write {4}%."
            )
        case .shareTruncated: ("{1} was cut off, not rounded.", "Round half up.")
        case .shareOverHundred: ("“{0}” {1}% is more than 100%.", "Check numerator and denominator.")
        case .noWholeNumber:
            ("No whole number out of {2} gives “{0}” {1}%.", "Print numerator and denominator, or check the rate.")
        case .growthDiffers:
            ("The printed figures give {0} = {1}%, not {2}%.", "Check both periods; if they are right, write {1}%.")
        case .amountDiffers: ("{0}, not a change of {1}.", "Check both periods and the change.")
        case .growthDirection: ("{0} now and {1} before is the opposite of “{2}{3}”.", "Check both periods or the direction.")
        case .growthImpossible:
            ("“{0}” {1}, {2} {3}%: no whole number before gives that change.", "Print the earlier figure, or check the rate.")
        case .pointsDiffer: ("{0} percentage points, not {1}.", "Check both rates and the points.")
        case .timesDiffer: ("{0} = {1}, not {2} times.", "Check both periods and the multiple.")
        case .averageDiffers: ("The printed figures give {0}, not an average of {1}.", "Check total, number and average.")
        case .productDiffers:
            ("The printed figures give {0}, not {1}.", "Check the number for each, how many there are, and the total.")
        case .perHead:
            ("{0} took part and {1} papers were given out: about {2} a head, which is much.", "Check what was counted.")
        case .listDiffers: ("“{0}” says {1}, but {2} are listed.", "Complete or shorten the list, or correct the number.")
        case .listShort: ("“{0}” says {1}, but only {2} are listed before 等.", "List all, or check the number.")
        case .toldTwice: ("One fact told in two ways: “{0}” is {1} here and {2} there.", "Check and use one figure.")
        case .formulaLeft: ("A sum was left standing in the text: “{0}”.", "Write the total {1}, or say what each part is.")
        case .formulaDiffers: ("The sum “{0}” is not what was said before: {1}.", "Check and use one figure.")
        case .countsDiffer: ("“{0}” {1} and “{2}” {3} should answer each other but differ.", "Check both figures.")
        case .publishedExceedsCases:
            (
                "“{0}” {1} is more than the cases of the same office, “{2}” {3}.",
                "Check the two counting rules (are summary cases in?)."
            )
        case .publishedFewerAtHundred:
            (
                "“{0}” {1} at a publication rate of 100%, while the same office, “{2}”, has {3} cases.",
                "Check the counting rules of both figures and the rate."
            )
        case .headingMissing: ("The heading “{0}” has no number; by its place it is “{1}”.", "Put “{1}” before it.")
        case .headingRepeated: ("The heading number “{0}” stands twice on one level.", "Make it “{1}” and renumber what follows.")
        case .headingSkipped: ("The heading numbers jump from “{0}” to “{1}”.", "Put in the missing number, or renumber.")
        case .headingStyle: ("The brackets of the heading number “{0}” differ from the others.", "Write “{1}”.")
        case .headingLevels: ("Heading levels differ: some parts use “{0}”, others “{1}” at once.", "Keep the order 一、（一）1.（1）.")
        case .headingEndMark: ("This heading ends with a full stop, the others do not.", "Take off the “{0}”.")
        case .headingSpacing:
            ("The heading follows the paragraph at once, where the others have a blank line ({0} places).", "Use one spacing.")
        case .titleSplit: ("The title is split over two lines.", "Make it one title: “{0}”.")
        case .titleSpace: ("There is a space in the title.", "Take it out, or break the line there.")
        case .partMissing:
            (
                "There is no part of its own on: {0}.",
                "An annual report has to tell this (rules on supervision of 2019); give it its own part."
            )
        case .partsMerged: ("The heading “{0}” puts two required parts together: {1}.", "Make two parts of it.")
        case .addresseeMissing:
            (
                "There is no addressee.",
                "If this is the submitted copy, write “××：” under the title; a published copy may do without."
            )
        case .signatureMissing: ("Neither signature nor date stands at the end.", "Add both.")
        case .signedLate:
            (
                "The date {0} is after 1 March {1}, the day for submission.",
                "Governments of counties and above and their departments submit by 1 March."
            )
        case .publishedLate:
            ("The date of publication {0} is after 1 April {1}.", "Unless secret, the report is published by 1 April.")
        case .pageBreak: ("A page break cuts this sentence in two.", "Join the two paragraphs.")
        case .pageBreakRepeated:
            ("A page break cuts this sentence in two, and “{0}” stands twice.", "Join the two paragraphs and take out one “{0}”.")
        case .endMarkMissing: ("The paragraph has no end mark.", "Add “{0}”.")
        case .markMissing: ("A mark is missing before “{0}”.", "Put “{1}” before “{0}”.")
        case .verbsJoined: ("A mark seems to be missing in “{0}”.", "Part the phrases with a comma.")
        case .pauseAfterTitle: ("After the title a verb follows, not another title.", "Make the “、” a “，”.")
        case .yearRange: ("The dash is missing in “{0}”.", "Write “{1}”.")
        case .yearWord: ("“{0}” lacks 年.", "Write “{0}年”.")
        case .documentNumber: ("The year of the document number “{0}” stands in the wrong brackets.", "Write “{1}”.")
        case .bracketUnpaired: ("“{0}” has no partner.", "Add the other half, or take it out.")
        case .bracketMixed: ("A half-width and a full-width bracket make one pair: “{0}”.", "Write “{1}”.")
        case .bracketCrossed: ("“{0}” and “{1}” cross each other.", "Close “{0}” first, then “{1}”.")
        case .widthMixed: ("“{0}” is written half width and full width: {1}.", "Use one of them.")
        case .halfWidthMarks:
            ("There are {0} half-width marks in the text ({1} full-width ones).", "Use full-width marks in Chinese text.")
        case .dashesMixed: ("Different dashes stand between years: {0}.", "Use “—”.")
        case .dateMarksMixed: ("Different marks stand in dates: {0}.", "Use “·”.")
        case .traditional: ("The traditional character “{0}”.", "Write “{1}”.")
        case .doubledCharacter: ("A character seems to stand twice in “{0}”.", "Check; perhaps “{1}”.")
        case .doubledSentence: ("“{0}” stands twice in one paragraph.", "Take one out.")
        case .missingCharacter: ("A character seems to be missing in “{0}”.", "Perhaps “{1}”.")
        case .wrongWord: ("“{0}” is probably a slip for “{1}”.", "Check; perhaps “{1}”.")
        case .nameVariants: ("One name is written in several ways: {0}.", "Use one.")
        case .spacesInNumber: ("There is a space in the number “{0}”.", "Take it out.")
        case .spacesMixed: ("Spaces between figures and characters come and go ({0} with, {1} without).", "Use one form.")
        case .spaceInText: ("There is a space between characters: “{0}”.", "Take it out, or use a mark.")
        case .residueHeader: ("Left over from a web page.", "Take it out; its digits are no figures of the report.")
        case .residueFooter: ("The footer of a web page was left.", "Take it out.")
        case .residueImage: ("The name of an image was left.", "Take it out.")
        case .residueBookmark: ("A bookmark was left: “{0}”.", "Take it out.")
        case .residueMarkup: ("Markup was left: “{0}”.", "Take it out.")
        case .residuePage: ("A page number was left.", "Take it out.")
        case .residueSpace: ("A blank line holds a no-break space (U+00A0).", "Take the line out.")
        case .residueIndent: ("The line is indented with wide and narrow spaces.", "Use one indent.")
        case .identityNumber: ("The identity number “{0}”.", "Take it out or mask it before publication.")
        case .telephone: ("A personal telephone number, “{0}”.", "Take it out or mask it before publication.")
        case .homeAddress: ("A home address, “{0}”.", "Take out the number of the house before publication.")
        case .privatePerson: ("“{0}” seems to be the full name of a party.", "Write “{1}” before publication.")
        case .carriedOver: ("{0} of {1} sentences ({2}%) are last year's.", "Check each for whether it is still true.")
        case .sentenceCarried: ("This sentence is last year's.", "Check whether it is still true.")
        case .unchangedFigure: ("“{0}” {1} is the same as last year.", "Check whether it is this year's.")
        case .forgottenYear: ("“{0}” seems to be last year's.", "Check; perhaps “{1}”.")
        case .knownDiffers:
            ("“{0}” says {1}, the register {2}.", "Check the counting rule and the cut-off; the register says {2}.")
        }
    }
}

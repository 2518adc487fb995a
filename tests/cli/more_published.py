"""Published tables of observers' scores, with what their sources print of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from facilitate.domain.scale import Measurement
from tests.analysis.coefficients.tables import FLEISS, SHROUT_FLEISS, Cells, read, spelt_out


class Published(NamedTuple):
    """A table, the points of its scale, and what its source prints of it: "value", or "value low high"."""

    cells: Cells
    points: Sequence[int]
    level: Measurement
    printed: dict[str, str]


def by_rater(*columns: str) -> Cells:
    """Raters a line, a letter for each unit; a dot is a gap."""
    return [
        [None if each == "." else float("abcde".index(each) + 1) for each in unit]
        for unit in zip(*columns, strict=True)
    ]


def by_count(text: str) -> Cells:
    """A unit a line: how many raters gave each point. Which of them gave which was not printed, and does not matter."""
    lines = [[int(each) for each in line.split()] for line in text.strip().splitlines()]
    return [[float(point) for point, number in enumerate(line, 1) for _ in range(number)] for line in lines]


ANXIETY: Cells = [
    [float(each) for each in unit]
    for unit in zip("33345523522615221243", "36462424332333221334", "21443216111233113322", strict=True)
]
"""20 subjects, 3 raters, points 1 to 6: `anxiety` of R's irr."""

PUBLISHED = {
    # R's psych, ICC(anxiety); irr: kendall(anxiety, TRUE) .54, chi-square 30.8
    "anxiety": Published(
        ANXIETY,
        range(1, 7),
        "interval",
        {
            "icc_1_1": ".17502 -.07745 .48434",
            "icc_2_1": ".19800 -.03891 .49357",
            "icc_3_1": ".21605 -.04626 .52226",
            "icc_1_k": ".38893 -.27492 .73807",
            "icc_2_k": ".42550 -.12658 .74515",
            "icc_3_k": ".45259 -.15292 .76633",
            "kendall_w": ".54",
        },
    ),
    # irr: kappa2(anxiety[,1:2]), unweighted, "equal" and "squared"; agree() 30 %
    "anxiety of two": Published(
        [unit[:2] for unit in ANXIETY],
        range(1, 7),
        "ordinal",
        {
            "cohen_kappa": ".1195",
            "cohen_kappa_linear": ".1892",
            "cohen_kappa_quadratic": ".2968",
            "percent": ".3",
        },
    ),
    # irr: kappam.light(diagnoses), the mean of all pairs of six raters
    "diagnoses": Published(FLEISS, range(1, 6), "nominal", {"cohen_kappa": ".459"}),
    # irr: kappa2(diagnoses[,1:2])
    "diagnoses of two": Published([unit[:2] for unit in FLEISS], range(1, 6), "nominal", {"cohen_kappa": ".6512"}),
    # SAS PROC FREQ, as in the tests of statsmodels: with the limits of Fleiss, Cohen & Everitt (1969)
    "SAS": Published(
        spelt_out([[0, 4, 1], [0, 8, 0], [0, 1, 5]]),
        range(1, 4),
        "ordinal",
        {"cohen_kappa": ".4842 .2137 .7547", "cohen_kappa_linear": ".4701 .1845 .7558"},
    ),
    # Wikipedia, Fleiss' kappa: 14 raters, 10 subjects
    "14 raters": Published(
        by_count(
            "0 0 0 0 14\n0 2 6 4 2\n0 0 3 5 6\n0 3 9 2 0\n2 2 8 1 1\n"
            "7 7 0 0 0\n3 2 6 3 0\n2 5 3 2 2\n6 5 2 1 0\n0 2 2 3 7"
        ),
        range(1, 6),
        "nominal",
        {"fleiss_kappa": ".210", "percent": ".378"},
    ),
    # Wikipedia, Cohen's kappa
    "grants": Published(spelt_out([[20, 5], [10, 15]]), (1, 2), "nominal", {"cohen_kappa": ".4", "percent": ".7"}),
    # A. F. Hayes & K. Krippendorff (2007), Communication Methods and Measures 1, table 1
    "news": Published(
        read(
            "1 1 2 . 2\n1 1 0 1 .\n2 3 3 3 .\n. 0 0 . 0\n0 0 0 . 0\n0 0 0 . 0\n1 0 2 . 1\n1 . 2 0 .\n2 2 2 . 2\n"
            "2 1 1 1 .\n. 1 0 0 .\n0 0 0 0 .\n1 2 2 2 .\n3 3 2 2 3\n1 1 1 . 1\n1 1 1 . 1\n2 1 2 . 2\n1 2 3 3 .\n"
            "1 1 0 1 .\n0 0 0 . 0\n0 0 1 1 .\n0 0 . 0 0\n2 3 3 3 .\n0 0 0 0 .\n1 2 . 2 2\n0 1 1 1 .\n0 0 0 1 0\n"
            "1 2 1 2 .\n1 1 2 2 .\n1 1 2 . 2\n1 1 0 . 0\n2 1 2 1 .\n2 2 . 2 2\n3 2 2 2 .\n2 2 2 . 2\n2 2 3 . 2\n"
            "2 2 2 . 2\n2 2 . 1 2\n2 2 2 2 .\n1 1 1 . 1"
        ),
        range(4),
        "ordinal",
        {"krippendorff_ordinal": ".7598", "krippendorff_nominal": ".477", "krippendorff_interval": ".757"},
    ),
    # Wikipedia, Krippendorff's alpha; the same in the package krippendorff
    "alpha": Published(
        read(". 1 .\n. . .\n. 2 2\n. 1 1\n. 3 3\n3 3 4\n4 4 4\n1 3 .\n2 . 2\n1 . 1\n1 . 1\n3 . 3\n3 . 3\n. . .\n3 . 4"),
        range(1, 5),
        "ratio",
        {"krippendorff_nominal": ".691", "krippendorff_interval": ".811"},
    ),
    # K. Krippendorff (2011), example B: two observers, five values
    "Ben and Gerry": Published(
        by_rater("aabbdcccedda", "babbbccceddd"), range(1, 6), "nominal", {"krippendorff_nominal": ".692"}
    ),
    # K. L. Gwet's data of Ben and Gerry with a gap; the tests of irrCAC
    "Ben and Gerry, a gap": Published(
        by_rater("aabbdcccedda", "babbbccce.dd"),
        range(1, 6),
        "nominal",
        {"gwet_ac1": ".661 .257 1", "krippendorff_nominal": ".665 .264 1", "percent": ".727"},
    ),
    # irrCAC, 5 observers, 15 units, points 0 to 3
    "5 observers": Published(
        read(
            "1 1 2 . 2\n1 1 0 1 .\n2 3 3 3 .\n. 0 0 . 0\n0 0 0 . 0\n0 0 0 . 0\n1 0 2 . 1\n1 . 2 0 .\n2 2 2 . 2\n"
            "2 1 1 1 .\n. 1 0 0 .\n0 0 0 0 .\n1 2 2 2 .\n3 3 2 2 3\n1 1 1 . 1"
        ),
        range(4),
        "interval",
        {
            "percent": ".616",
            "gwet_ac1": ".497 .235 .758",
            "krippendorff_nominal": ".481 .237 .724",
            "fleiss_kappa": ".45762 .19928 .71596",
            "conger_kappa": ".46927 .21906 .71949",
            "brennan_prediger": ".48741 .22812 .74669",
            "gwet_ac2_quadratic": ".83043 .70551 .95536",
            "krippendorff_interval": ".77186 .58724 .95649",
        },
    ),
    # irrCAC, raw_gender
    "gender": Published(
        by_rater("aaaaabbbcaaaaab", "aaaababccaaaaba", "abbcaabbcabbcaa", "ccccaabbcccccaa"),
        range(1, 4),
        "nominal",
        {
            "percent": ".456",
            "gwet_ac1": ".208 .014 .403",
            "krippendorff_nominal": ".143 -.158 .445",
            "fleiss_kappa": ".12889 -.17246 .43023",
            "conger_kappa": ".16572 -.09424 .42568",
        },
    ),
    # irrCAC, raw_g1g2: no rater judged every unit
    "two groups": Published(
        by_rater("abccbadab...bb", "abccbbdabe..ba", ".cccbcdbbeaccc", "abccbddabea.bb"),
        range(1, 6),
        "nominal",
        {
            "percent": ".744",
            "gwet_ac1": ".685 .396 .973",
            "krippendorff_nominal": ".632 .306 .958",
            "conger_kappa": ".65859 .34318 .97400",
        },
    ),
    # irrCAC for R, distrib.6raters (Fleiss 1971, the first 15 patients)
    "6 raters": Published(
        by_count(
            "0 0 0 6 0\n0 3 0 0 3\n0 1 4 0 1\n0 0 0 0 6\n0 3 0 3 0\n2 0 4 0 0\n0 0 4 0 2\n2 0 3 1 0\n2 0 0 4 0\n"
            "0 0 0 0 6\n1 0 0 5 0\n1 1 0 4 0\n0 3 3 0 0\n1 0 0 5 0\n0 2 0 3 1"
        ),
        range(1, 6),
        "nominal",
        {
            "percent": ".5511111",
            "gwet_ac1": ".4448007 .264 .625",
            "fleiss_kappa": ".4139265 .24 .588",
            "krippendorff_nominal": ".4204384",
            "brennan_prediger": ".4388889 .261 .617",
        },
    ),
    # irrCAC for R, cont3x3abstractors: 100 women, two abstractors
    "abstractors": Published(
        spelt_out([[13, 0, 0], [0, 20, 7], [0, 4, 56]]),
        range(1, 4),
        "ordinal",
        {
            "percent": ".89 .828 .952",
            "cohen_kappa": ".7964094",
            "cohen_kappa_linear": ".843",
            "cohen_kappa_quadratic": ".892",
            "fleiss_kappa": ".7962397",
            "krippendorff_nominal": ".7972585",
            "gwet_ac1": ".8493305",
            "brennan_prediger": ".835",
        },
    ),
    # irrCAC, cont4x4diagnosis: 223 patients
    "223 patients": Published(
        spelt_out([[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]]),
        range(1, 5),
        "nominal",
        {"cohen_kappa": ".432 .341 .522"},
    ),
    # J. R. Landis & G. G. Koch (1977), Biometrics 33: multiple sclerosis, patients of Winnipeg. Limits by the standard
    # errors that R's vcd prints: .2079 (.05046), linear .3797 (.05168)
    "Winnipeg": Published(
        spelt_out([[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]]),
        range(1, 5),
        "ordinal",
        {"cohen_kappa": ".2079 .109 .307", "cohen_kappa_linear": ".3797 .278 .481"},
    ),
    # Stata's manual, kap: 85 xeromammograms, one point that hardly anybody gave; wgt(w) and wgt(w2)
    "xeromammograms": Published(
        spelt_out([[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]),
        range(1, 5),
        "ordinal",
        {
            "percent": ".6353",
            "cohen_kappa": ".4728",
            "cohen_kappa_linear": ".5684",
            "cohen_kappa_quadratic": ".6714",
        },
    ),
    # A. Agresti, Categorical Data Analysis: two pathologists, 118 slides; standard error .057
    "pathologists": Published(
        spelt_out([[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]]),
        range(1, 5),
        "nominal",
        {"cohen_kappa": ".493 .382 .604"},
    ),
    # R. Artstein & M. Poesio (2008), Computational Linguistics 34; S, pi and kappa
    "dialogue acts": Published(
        spelt_out([[46, 6, 0], [0, 32, 0], [0, 6, 10]]),
        range(1, 4),
        "nominal",
        {"percent": ".88", "brennan_prediger": ".82", "fleiss_kappa": ".79953", "cohen_kappa": ".801"},
    ),
    # K. L. Gwet (2008): prevalence, where kappa says nothing
    "prevalence": Published(
        spelt_out([[118, 5], [2, 0]]),
        (1, 2),
        "nominal",
        {"cohen_kappa": "-.0234", "fleiss_kappa": "-.0288", "gwet_ac1": ".9408"},
    ),
    # Shrout & Fleiss (1979) with the limits that R's psych prints
    "judges": Published(
        SHROUT_FLEISS,
        range(1, 11),
        "interval",
        {
            "icc_1_1": ".17 -.133 .72",
            "icc_2_1": ".29 .019 .76",
            "icc_3_1": ".71 .342 .95",
            "icc_1_k": ".44 -.884 .91",
            "icc_2_k": ".62 .071 .93",
            "icc_3_k": ".91 .676 .99",
        },
    ),
    # pingouin's wine, from Real Statistics: 8 wines, 4 judges, points 0 to 9
    "wine": Published(
        read("1 2 0 1\n1 3 3 2\n3 8 1 4\n6 4 3 3\n6 5 5 6\n7 5 6 2\n8 7 7 9\n9 9 9 8"),
        range(10),
        "interval",
        {
            "icc_1_1": ".727521 .43 .93",
            "icc_2_1": ".727689 .43 .93",
            "icc_3_1": ".729487 .43 .93",
            "icc_1_k": ".914384 .75 .98",
            "icc_2_k": ".914450 .75 .98",
            "icc_3_k": ".915159 .75 .98",
        },
    ),
    # R's psych, cohen.kappa: points that one of two never gave; scikit-learn says the same
    "nine points": Published(
        [[one, other] for one, other in zip(range(1, 10), [1, 3, 1, 6, 1, 5, 5, 6, 7], strict=True)],
        range(1, 10),
        "ordinal",
        {"cohen_kappa": "0", "cohen_kappa_quadratic": ".68"},
    ),
}

"""All coefficients by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitate.analysis.coefficients.chance import (
    brennan_prediger,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2_quadratic,
    percent,
    percent_quadratic,
    percent_within_1,
)
from facilitate.analysis.coefficients.cohen import cohen_kappa, cohen_kappa_linear, cohen_kappa_quadratic
from facilitate.analysis.coefficients.conger import conger_kappa
from facilitate.analysis.coefficients.declared import cohen_kappa_declared
from facilitate.analysis.coefficients.icc import icc_1_1, icc_1_k, icc_2_1, icc_2_k, icc_3_1, icc_3_k
from facilitate.analysis.coefficients.kendall import kendall_w
from facilitate.analysis.coefficients.krippendorff import (
    krippendorff_interval,
    krippendorff_nominal,
    krippendorff_ordinal,
    krippendorff_ratio,
)
from facilitate.analysis.coefficients.named import Statistic
from facilitate.analysis.coefficients.result import Coefficient
from facilitate.analysis.coefficients.table import Table

COEFFICIENTS: Mapping[str, Statistic] = {
    "percent": percent,
    "percent_within_1": percent_within_1,
    "percent_quadratic": percent_quadratic,
    "cohen_kappa": cohen_kappa,
    "cohen_kappa_linear": cohen_kappa_linear,
    "cohen_kappa_quadratic": cohen_kappa_quadratic,
    "cohen_kappa_declared": cohen_kappa_declared,
    "fleiss_kappa": fleiss_kappa,
    "conger_kappa": conger_kappa,
    "krippendorff_nominal": krippendorff_nominal,
    "krippendorff_ordinal": krippendorff_ordinal,
    "krippendorff_interval": krippendorff_interval,
    "krippendorff_ratio": krippendorff_ratio,
    "gwet_ac1": gwet_ac1,
    "gwet_ac2_quadratic": gwet_ac2_quadratic,
    "brennan_prediger": brennan_prediger,
    "icc_1_1": icc_1_1,
    "icc_2_1": icc_2_1,
    "icc_3_1": icc_3_1,
    "icc_1_k": icc_1_k,
    "icc_2_k": icc_2_k,
    "icc_3_k": icc_3_k,
    "kendall_w": kendall_w,
}


def coefficients(table: Table, names: Iterable[str] = COEFFICIENTS, bounds: bool = True) -> dict[str, Coefficient]:
    """These coefficients of the table, or all of them, by name; without `bounds` only their values."""
    return {name: COEFFICIENTS[name](table, bounds) for name in names}

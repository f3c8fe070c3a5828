"""What the columns of figures are called elsewhere: in SDMX, in UCDP's event data, at Our World in Data, schema.org."""

from collections.abc import Mapping

VOCABULARIES: Mapping[str, str] = {
    "SDMX": "https://sdmx.org/?page_id=3215",
    "UCDP": "https://ucdp.uu.se/downloads/",
    "OWID": "https://docs.owid.io/projects/etl/architecture/metadata/reference/",
    "schema.org": "https://schema.org/PropertyValue",
}
"""Each vocabulary with the page that defines it: cross-domain concepts, GED codebook, metadata, and types."""

ELSEWHERE: Mapping[str, tuple[str, str, str, str]] = {
    "id": ("", "id", "", "PropertyValue.identifier"),
    "title": ("TITLE", "", "indicator.title", "PropertyValue.name"),
    "value": ("OBS_VALUE", "best", "value", "PropertyValue.value"),
    "lower": ("", "low", "", "PropertyValue.minValue"),
    "upper": ("", "high", "", "PropertyValue.maxValue"),
    "unit_label": ("UNIT_MEASURE", "", "indicator.unit", "PropertyValue.unitText"),
    "unit_ucum": ("UNIT_MEASURE", "", "", "PropertyValue.unitCode"),
    "unit_uncefact": ("", "", "", "PropertyValue.unitCode"),
    "indicator": ("INDICATOR", "", "indicator", "Observation.measuredProperty"),
    "definition": ("STAT_CONC_DEF", "", "indicator.description_short", "PropertyValue.description"),
    "statistic": ("", "", "", "StatisticalVariable.statType"),
    "topic": ("", "", "presentation.topic_tags", "Dataset.keywords"),
    "population": ("STAT_POP", "", "", "StatisticalVariable.populationType"),
    "source_name": ("", "source_original", "origin.producer", "PropertyValue.measurementTechnique"),
    "counted_by_name": ("DATA_PROVIDER", "", "origin.producer", "PropertyValue.measurementTechnique"),
    "status": ("OBS_STATUS", "", "", "PropertyValue.measurementTechnique"),
    "season": ("ADJUSTMENT", "", "", ""),
    "price_base": ("BASE_PER", "", "", ""),
    "period": ("TIME_PERIOD", "", "year or date", "Observation.observationPeriod"),
    "period_start": ("", "date_start", "", "Dataset.temporalCoverage"),
    "period_end": ("", "date_end", "", "Dataset.temporalCoverage"),
    "place_from_code": ("COUNTERPART_AREA", "", "", "Place"),
    "place_to_code": ("REF_AREA", "", "code", "Place"),
    "document_title": ("", "source_headline", "origin.title", "CreativeWork.name"),
    "document_author": ("", "", "origin.attribution", "CreativeWork.author"),
    "document_publisher": ("", "source_office", "origin.producer", "CreativeWork.publisher"),
    "published": ("", "source_date", "origin.date_published", "CreativeWork.datePublished"),
    "document_url": ("", "source_article", "origin.url_main", "CreativeWork.url"),
    "caveats_in_words": ("COMMENT_OBS", "", "indicator.description_key", ""),
    "note": ("COMMENT_OBS", "", "indicator.description_processing", ""),
    "citation": ("", "", "origin.citation_full", "CreativeWork.creditText"),
}
"""The columns that have a name elsewhere, each with its names in the order of VOCABULARIES; empty where it has none."""

"""The list of licences is made of a bill of materials."""

from tools.licences import table


def test_each_package_is_listed_with_the_licences_that_it_states() -> None:
    components = [
        {"name": "two", "version": "2.0", "licenses": [{"license": {"id": "MIT"}}, {"expression": "BSD-3-Clause"}]},
        {"name": "classified", "licenses": [{"license": {"name": "License :: OSI Approved :: BSD License"}}]},
        {"name": "silent", "version": "1"},
        {"name": "wordy", "version": "3", "licenses": [{"license": {"name": "A | licence\nwith its whole text"}}]},
    ]
    assert table({"components": components}).splitlines()[2:] == [
        "| classified |  | BSD License |",
        "| silent | 1 | unknown |",
        "| two | 2.0 | MIT, BSD-3-Clause |",
        "| wordy | 3 | A \\| licence |",
    ]

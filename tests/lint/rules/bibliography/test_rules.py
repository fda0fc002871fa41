"""Entries of real kinds, and what each rule says of them; nothing where it should be silent."""

from __future__ import annotations

import pytest

from tests.lint.bibliography import diagnose, fixed, is_safe, told

FINDINGS = [
    # B001: either name of a field counts, and so does what is inherited
    ("@article{k, author={A B}, title={T}, journaltitle={J}, date={2009}}", "B001", []),
    ("@inproceedings{k, author={A B}, title={T}, crossref={p}}\n@proceedings{p, title={P}, year=2009}", "B001", []),
    ("@book{k, editor={A B}, title={T}, year=2009}", "B001", ["1:7 k: @book has no publisher or organization"]),
    ("@book{k, editor={A B}, title={T}, date={2009}}", "B001", []),
    ("@article{k, author={A B}, title={T}, journal={J}, pubstate={forthcoming}}", "B001", []),
    ("@misc{k}", "B001", []),
    ("@phdthesis{k, author={A B}, title={T}, year=2009}", "B001", ["1:12 k: @phdthesis has no school or institution"]),
    ("@article{k, author={A B}, title={T}, year=2009, eprint={0901.1}}", "B001", []),
    ("@techreport{k, collaboration={ATLAS}, title={T}, institution={CERN}, year=2009}", "B001", []),
    # B002
    ("@misc{K1, title={T}}\n@misc{k2, title={U}}", "B002", []),
    # B003: columns of a journal and volumes of a set share title and people
    ("@article{a, author={A B}, title={Calendar}, journal={J}, volume=1, year=2009}\n"
     "@article{b, author={A B}, title={Calendar}, journal={J}, volume=2, year=2009}", "B003", []),
    ("@book{a, author={A B}, title={Works}, year=2009}\n@book{b, author={A B}, title={Works}, volume=1, year=2009}",
     "B003", []),
    ("@book{a, author={A B}, title={Works}, year=2009}\n"
     "@book{b, author={A B}, title={Works}, year=2009, related={a}}", "B003", []),
    # B004, B005, B006: types of packages; keys as DOIs and in other scripts
    ("@IEEEtranBSTCTL{k}\n@www{l, title={T}}\n@softwareversion{m, title={T}}", "B004", []),
    ("@inproceeding{k, title={T}}", "B004",
     ["1:1 k: no style knows the type @inproceeding; did you mean @inproceedings?"]),
    ("@misc{, title={T}}", "B005", ["1:1 @misc has no key ('T')"]),
    ("@misc{DBLP:x/y_1, title={T}}\n@misc{10.1016/S0168-9002(02), title={T}}\n@misc{über+2, title={T}}", "B006", []),
    # B108: fields that are known, and those whose meaning is there already
    ("@misc{k, editora={A B}, volumes={2}, keyword={x}, titles={T}, title={T}}", "B108", []),
    ("@misc{k, Jounal={J}}", "B108", ["1:10 k: no style knows the field Jounal; did you mean journal?"]),
    # B109
    ("@misc{k, url={https://x.org/a_b%20}}\n@misc{l, url={urn:nbn:1}}\n@misc{m, url={<http://x.org>}}", "B109", []),
    ("@misc{k, url={www.x.org/a}}", "B109", ["1:15 k: 'www.x.org/a' is no address"]),
    # B110
    (r"@misc{k, title={$a$ for \$5 and $\$b$}, note={\url{http://x/$a}}}", "B110", []),
    # B303
    ("@misc{k, year={2009}, date={2008-12/2009-01}}\n@misc{l, year={n.d.}, date={2009}}", "B303", []),
    # B102: commands, math and addresses are no faults
    (r"@misc{k, title={A \& B, 5\,\%, $a_1 & b^2$, \url{http://x/a_b}, http://x.org/a_b}}", "B102", []),
    ("@misc{k, url={http://x/a_b?c&d%20}, doi={10.1000/a_b}, abstract={100% _}, title={T}}", "B102", []),
    ("@misc{k, title={A_1}}", "B102", ["1:18 k: title has _ without a backslash"]),
    (r"@misc{k, title={Optane\(^\mbox{TM}\) \(a_1\)}}", "B102", []),
    # B103
    ("@misc{k, title={a < b and c > d}}", "B103", []),
    ("@misc{k, title={H<sub>2</sub>O &lt; CO}}", "B103", ["1:18 k: title has markup of HTML: <sub>"]),
    # B104: words beside the address make it a note
    (r"@misc{k, note={Available at \url{http://x.org/a}}}", "B104", []),
    ("@misc{k, howpublished={http://x.org/a}, url={http://x.org/b}}", "B104", []),
    # B105: letters that such damage is made of are letters, too
    ("@misc{k, title={São Paulo, Ångström, “Â”}}", "B105", []),
    ("@misc{k, title={S\ufffdo Paulo}}", "B105", ["1:18 k: title has damaged letters: '\ufffd'"]),
    # B106
    ("@misc{k, eprint={2001.01234}, note={arXiv:2001.01234}}", "B106", []),
    ("@misc{k, journal={arXiv:2001.01234 [cs]}, note={arXiv: 2001.01234}}", "B106",
     ["1:19 k: the number of arXiv stands in journal, and there is no eprint"]),
    # B201, B202: names of firms, and names in parts
    ("@misc{k, author={{Roe; Poe and Co} and Doe, Ann}}", "B201", []),
    ("@misc{k, author={Roe, Jane and Poe, Lee and}}", "B201", ["1:40 k: author ends with and"]),
    ("@misc{k, author={M&uuml;ller, J. and G&#246;tz, L.}}", "B201", []),
    ("@misc{k, author={Roe, J.; Poe, L.}}", "B201", ["1:25 k: author has ; between names"]),
    ("@misc{k, author={von Roe, Jr., Jane and Poe, Lee}}", "B202", []),
    ("@misc{k, author={{Roe, Poe, and Doe}}}", "B202", []),
    ("@misc{k, author={Roe, J., Poe, L. and Doe, A.}}", "B202",
     ["1:18 k: author has names with commas between them, and no and"]),
    # B301, B302
    ("@misc{k, month={May}, year={n.d.}}\n@misc{l, month=jan # \"~3\"}\n@misc{m, month={5}}\n@misc{n, month={juin}}",
     "B3", []),
    ("@misc{k, month = acl-mon}\n@misc{l, month = acl # { 3}}", "B301", []),
    ("@misc{k, month={June--July}, year={1998--1999}}\n@misc{l, year={[1850]}}\n@misc{m, date={2009-05~/..}}",
     "B3", []),
    ("@misc{k, year={20091}, date={22/05/2009}}", "B302",
     ["1:16 k: the year 20091 cannot be one", "1:30 k: the date '22/05/2009' is not in the form 2009-05-22"]),
    # B401, B402
    ("@misc{k, doi={10.1000/a(b)c<d>;2-x}}\n@misc{l, doi={10.1002/(SICI)1097-4571(1999)50:9\\_1}}", "B4", []),
    ("@misc{k, doi={http://doi.acm.org/10.1145/62.67}}", "B4",
     ["1:15 k: the DOI is given as an address: http://doi.acm.org/10.1145/62.67"]),
    ("@misc{k, doi={doi: 10.1000/x}}", "B4", ["1:15 k: the DOI is given as an address: doi: 10.1000/x"]),
    ("@misc{k, doi={10/f4w547}}\n@misc{l, doi={https://doi.org/10/f4w547}}", "B402", []),
    ("@misc{k, doi={{10.1000/x}}, url={{https://a.example}}}", "B", []),
    ("@misc{k, doi={10.1000%2Fx\\%3C1}}", "B402",
     ["1:15 k: the DOI has signs as numbers, as addresses have them: 10.1000%2Fx\\%3C1"]),
    ("@misc{k, doi={10.1000/x,}}", "B402", ["1:15 k: '10.1000/x,' is no DOI"]),
    # B403, B404
    ("@misc{k, isbn={0-306-40615-2 978-0-306-40615-7\n  978 3 16 148410 0}}", "B403", []),
    ("@misc{k, isbn={0-306-40615-2 978-3-16-148410-1}}", "B403",
     ["1:16 k: 978-3-16-148410-1 is no ISBN: its check digit is wrong"]),
    ("@misc{k, isbn={978 3 16 148410 1}}", "B403", ["1:16 k: 978 3 16 148410 1 is no ISBN: its check digit is wrong"]),
    ("@misc{k, isbn={0-306-40615-2 (hardback), 978-0-306-40615-7}, issn={0028-0836 (print) and 1476-4687}}", "B4", []),
    ("@misc{k, issn={0028-0837}}", "B404", ["1:16 k: 0028-0837 is no ISSN: its check digit is wrong"]),
    # B102: code, keys and tables keep their signs
    (r"@misc{k, note={See \cite[12]{roe_2000}, \verb|a_b|, \ref{fig_1}, \begin{tabular}{l} a & b \end{tabular}}}",
     "B102", []),
    # B405, B406: numbers with a hyphen of their own, shortened ends, electronic pages
    ("@misc{k, pages={S-12}}\n@misc{l, pages={3-45--3-60}}\n@misc{m, pages={120--5}}\n@misc{n, pages={e12-e20}}\n"
     "@misc{o, pages={2010-11-03}}\n@misc{q, pages={3-1}}\n@misc{p, pages={1:1--1:30}}", "B4", []),
    ("@misc{k, pages={505--504}}", "B406", ["1:17 k: the pages 505--504 end before they begin"]),
    ("@misc{k, pages={1--9, 505--504}}", "B406", ["1:23 k: the pages 505--504 end before they begin"]),
    ("@misc{k, pages={28,947--28,961}}\n@misc{l, pages={25-1 -- 25-26}}\n@misc{m, pages={66705--1 bis 66705--12}}\n"
     "@misc{n, pages={1930--17}}\n@misc{o, pages={2--1}}\n@misc{p, pages={e505--e504}}", "B406", []),
    # B502: a word in parts is lowered part by part
    ("@misc{k, title={Human-Robot Teams {NASA}}}", "B502", []),
    ("@misc{k, title={Robots at NASA-Ames}}", "B502", ["1:27 k: NASA-Ames has capitals and no braces"]),
    # B407
    ("@book{b, title={Whole}, doi={10.1000/x}, isbn={9780306406157}}\n"
     "@incollection{k, title={Part}, booktitle={Whole}, doi={10.1000/x}, isbn={9780306406157}}", "B407", []),
    ("@misc{a, title={Lamp}, doi={null}}\n@misc{b, title={Salt}, doi={null}}", "B407", []),
    # what has no key is called something
    ("@misc{, title={Lamp}, note={}}", "B101", ["1:23 an entry: note is empty"]),
    # B501: a title of an acronym or two
    ("@misc{k, title={HTTP}}\n@misc{l, title={UNESCO AND NATO}}\n@misc{m, title={DNA AND RNA IN HIV}}", "B501", []),
    # B503
    ("@article{a, journal={Journal of the Optical Society of America A}}\n@article{b, journal={J. Opt. Soc. Am.}}",
     "B503", []),
    ("@article{a, journal={Perkin Transactions 1}}\n@article{b, journal={Perkin Trans.}}", "B503", []),
    ("@article{a, journal={Science}}\n@article{b, journal={Sci. Am.}}", "B503", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "messages"), FINDINGS, ids=range(len(FINDINGS)))
def test_findings(text: str, code: str, messages: list[str]) -> None:
    assert told(text, code) == messages


SAFE = [
    ("@misc{k, title={Cut & Paste, 100%}}", r"@misc{k, title={Cut \& Paste, 100\%}}"),
    ("@misc{k,\n  title = {Ten},\n  note = {},\n  year = 2009\n}", "@misc{k,\n  title = {Ten},\n  year = 2009\n}"),
    ("@misc{k,\r\n  title = {Ten},\r\n  note = {}\r\n}\r\n", "@misc{k,\r\n  title = {Ten},\r\n}\r\n"),
    ("@misc{k, note = {}, title = {Ten}, year = {}}", "@misc{k, title = {Ten}, }"),
    ("@misc{k, doi = {http://dx.doi.org/10.1000/x}}", "@misc{k, doi = {10.1000/x}}"),
    ("@misc{k, pages = {i-xii, 3-9}}", "@misc{k, pages = {i--xii, 3--9}}"),
    ("@misc{k, title = {<sup>3</sup>He &amp; more}}", r"@misc{k, title = {\textsuperscript{3}He \& more}}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "after"), SAFE, ids=range(len(SAFE)))
def test_safe_fixes_change_their_own_bytes(text: str, after: str) -> None:
    assert all(map(is_safe, diagnose(text)))
    assert fixed(text, unsafe=False) == after

# ruff: noqa: E501, RUF100
"""Second transcription of HB-2023-SO: Quyết định 1153/QĐ-UBND (Hòa Bình, 2023), Phụ lục II."""

from fractions import Fraction

from .hb_helpers import (
    HALF,
    QUARTER,
    THREE_QUARTERS,
    ZERO,
    Inputs,
    all_or_nothing,
    band,
    capped,
    choose,
    flag,
    min_max,
    number,
    of_whole,
    online_payment,
    own_servers,
    percent,
    points,
    ramp,
    web_standard,
)
from .row import Row


def _chaired(i: Inputs) -> Fraction | None:
    """1.3: a ÷ c + ½ · b ÷ c; a and b are different meetings, so a + b ≤ c."""
    if of_whole(i, "ab", "c") is None:
        return None
    head, deputy, every = Fraction(i["a"]), Fraction(i["b"]), Fraction(i["c"])
    return head / every + HALF * deputy / every


def _section(i: Inputs) -> Fraction | None:
    """1.4: articles a year, once there is a section; no section 0, whatever x says."""
    has_section = flag(i, "has_section")
    if has_section is None or (has_section is False and (i.get("x") or 0) < 0):
        return None
    return band(number(i, "x"), (20, 1), (10, HALF), (0, QUARTER)) if has_section else ZERO


def _computers(i: Inputs) -> Fraction | None:
    """3.1: officials ¾, public employees ¼; a unit without public employees (d = 0) a ÷ c alone."""
    officials = capped(i, "a", "c")
    if i.get("d") == 0:
        return None if i.get("b") else officials
    employees = capped(i, "b", "d")
    if officials is None or employees is None:
        return None
    return THREE_QUARTERS * officials + QUARTER * employees


PILLARS: dict[str, tuple[str, Fraction]] = {
    "1": ("Nhận thức số", Fraction(100)),
    "2": ("Thể chế số", Fraction(100)),
    "3": ("Hạ tầng số", Fraction(100)),
    "4": ("Nhân lực số", Fraction(100)),
    "5": ("An toàn thông tin mạng", Fraction(100)),
    "6": ("Hoạt động chính quyền số", Fraction(500)),
}

TOTAL = Fraction(1000)

ROWS: dict[str, Row] = {
    "1.1": Row(
        name="Người đứng đầu Sở/ban/ngành (Giám đốc/Thủ trưởng) là Trưởng ban Ban chỉ đạo chuyển đổi số Sở/ban/ngành",
        max=Fraction(30),
        printed=(
            "- Trưởng ban là Giám đốc/Thủ trưởng (cấp trưởng): Điểm tối đa\n"
            "- Trưởng ban là Phó giám đốc/Thủ trưởng (cấp phó): 1/2*Điểm tối đa;\n"
            "- Chưa có Ban Chỉ đạo hoặc có nhưng Trưởng ban không phải cấp Trưởng/cấp Phó: 0 điểm."
        ),
        inputs=("option",),
        score=lambda i: points(30, choose(i, 1, HALF, 0)),
        options=3,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.2": Row(
        name="Giám đốc/Thủ trưởng tham gia đầy đủ các cuộc họp về CĐS của tỉnh",
        max=Fraction(20),
        printed=(
            "a= Số cuộc họp CĐS của tỉnh có Giám đốc Sở/Ban/Ngành tham gia\n"
            "b= Tổng số cuộc họp CĐS của tỉnh có sự tham gia của Sở/Ban/Ngành\n"
            "Điểm = (a/b)*Điểm tối đa."
        ),
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.3": Row(
        name="Giám đốc/Thủ trưởng chủ trì các cuộc họp về chuyển đổi số của của sở, ban, ngành.",
        max=Fraction(20),
        printed="a = Số cuộc họp chuyển đổi số của sở, ban, ngành do cấp Trưởng chủ trì. b = Số cuộc họp chuyển đổi số của sở, ban, ngành do cấp Phó chủ trì. c = Tổng số cuộc họp chuyển đổi số của sở, ban, ngành. - Điểm = a/c*Điểm tối đa 1/2*b/c*Điểm tối đa.",
        inputs=("a", "b", "c"),
        score=lambda i: points(20, _chaired(i)),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.4": Row(
        name="Trang thông tin điện tử của Sở/Ban/Ngành có chuyên mục riêng về chuyển đổi số",
        max=Fraction(30),
        printed=(
            "- Đã có chuyên mục và số lượng tin, bài về Chuyển đổi số trong năm đạt:\n"
            "Từ 20 trở lên: điểm tối đa;\n"
            "Từ 10 đến 19: 1/2 *Điểm tối đa;\n"
            "Dưới 10: 1/4* Điểm tối đa;\n"
            "Chưa có chuyên mục: 0 điểm"
        ),
        inputs=("x", "has_section"),
        score=lambda i: points(30, _section(i)),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.1": Row(
        name="Kế hoạch 5 năm của Sở/ban/ngành về chuyển đổi số",
        max=Fraction(25),
        printed="- Đã ban hành: Điểm tối đa\n- Chưa ban hành: 0 điểm",
        inputs=("option",),
        score=lambda i: points(25, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.2": Row(
        name="Kế hoạch hằng năm của Sở/ban/ngành về chuyển đổi số",
        max=Fraction(25),
        printed="- Đã ban hành: Điểm tối đa\n- Chưa ban hành: 0 điểm",
        inputs=("option",),
        score=lambda i: points(25, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.3": Row(
        name="Ban hành các văn bản theo chỉ đạo của Ủy ban nhân dân tỉnh, BCĐ Chuyển đổi số của tỉnh và hướng dẫn của cơ quan chuyên môn về chuyển đổi số",
        max=Fraction(25),
        printed="a=Số lượng văn bản chỉ đạo của UBND tỉnh, BCĐ CĐS tỉnh về chuyển đổi số do người đứng đầu Sở/Ban/Ngành (Giám đốc Sở/Ban/Ngành) b=Tổng số văn bản chỉ đạo của UBND tỉnh, BCĐ CĐS về chuyển đổi số của Sở/Ban/Ngành theo yêu cầu của tỉnh; Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(25, capped(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.4": Row(
        name="Có công chức, viên chức chuyên trách CĐS tham gia đầy đủ các hội nghị, hội thi, chương trình bồi dưỡng, tập huấn về CĐS do UBND tỉnh, Sở TT&TT tổ chức",
        max=Fraction(25),
        printed="a = Số HN, Chương trình tham gia; b = Tổng số HN, Chương trình do UBND tỉnh, Sở TT&TT tổ chức; Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(25, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.1": Row(
        name="Tỷ lệ cán bộ, công chức, viên chức tại cơ quan, đơn vị được trang bị máy tính (gồm cả máy tính để bàn, máy tính xách tay, máy tính bảng)",
        max=Fraction(20),
        printed="a = Số lượng máy tính cấp cho cán bộ, công chức (CBCC). b = Số lượng máy tính cấp cho viên chức (VC) c = Tổng số CBCC. d = Tổng số VC. Điểm 1 = (a/c)* 3/4* Điểm tối đa; Điểm 2 = (b/d)*1/4*Điểm tối đa. Tổng điểm = Điểm 1 Điểm 2. Ghi chú: Với đơn vị không có Viên chức: Điểm = (a/c) * Điểm tối đa.",
        inputs=("a", "b", "c", "d"),
        score=lambda i: points(20, _computers(i)),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.2": Row(
        name="Sở, ban, ngành có kết nối mạng Truyền số liệu chuyên dùng Chính phủ",
        max=Fraction(20),
        printed="- Có kết nối: Điểm tối đa - Không: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.3": Row(
        name="Mức độ triển khai các Hệ thống thông tin, phần mềm chuyên ngành do cơ quan, đơn vị trực tiếp đầu tư và quản lý",
        max=Fraction(20),
        printed="- Có triển khai: Điểm tối đa - Không: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.4": Row(
        name="Sở, ban, ngành đã triển khai Hệ thống hội nghị truyền hình trực tuyến",
        max=Fraction(20),
        printed="- Đã triển khai: điểm tối đa. - Chưa triển khai: 0 điểm.",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.5": Row(
        name="Mức độ sử dụng các nền tảng số dùng chung",
        max=Fraction(20),
        printed="- Có sử dụng từ 4 nền tảng trở lên: Điểm tối đa. - Có sử dụng 1-3 nền tảng: 1/2*Điểm tối đa. - Chưa triển khai: 0 điểm.",
        inputs=("x",),
        score=lambda i: points(20, band(number(i, "x"), (4, 1), (1, HALF))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.1": Row(
        name="Tỷ lệ công chức, viên chức chuyên trách, kiêm nhiệm về chuyển đổi số",
        max=Fraction(30),
        printed=(
            "a= Số lượng công chức chuyên trách về chuyển đổi số;\n"
            "b= Số lượng công chức kiêm nhiệm về chuyển đổi số;\n"
            "c= Số lượng viên chức chuyên trách về chuyển đổi số;\n"
            "d= Số lượng viên chức kiêm nhiệm về chuyển đổi số;\n"
            "e= Tổng số công chức;\n"
            "f= Tổng số viên chức;\n"
            "- Tỷ lệ=(a b c d)/(e f);\n"
            "- Tính điểm theo phương pháp Min-Max, dựa vào đơn vị nào có tỷ lệ cao nhất thì điểm tối đa và giảm dần."
        ),
        inputs=("a", "b", "c", "d", "e", "f", "cohort"),
        score=lambda i: points(30, min_max(of_whole(i, "abcd", "ef"), i.get("cohort"))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.2": Row(
        name="Công chức, viên chức chuyên trách, kiêm nhiệm về An toàn thông tin mạng",
        max=Fraction(30),
        printed="- Có: Điểm tối đa\n- Không: 0 điểm",
        inputs=("option",),
        score=lambda i: points(30, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.3": Row(
        name="Tỷ lệ công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số",
        max=Fraction(40),
        printed=(
            "a= Số lượng công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số;\n"
            "b= Tổng số công chức, viên chức; - Điểm=(a/b)*Điểm tối đa"
        ),
        inputs=("a", "b"),
        score=lambda i: points(40, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.1": Row(
        name="Số lượng hệ thống thông tin đã được phê duyệt hồ sơ đề xuất cấp độ",
        max=Fraction(10),
        printed="a = Số lượng hệ thống thông tin đã được phê duyệt hồ sơ cấp độ; b = Tổng số lượng hệ thống thông tin của cơ quan, đơn vị quản lý; - Điểm đánh giá= (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.2": Row(
        name="Số lượng hệ thống thông tin triển khai đầy đủ phương án bảo vệ theo Hồ sơ đề xuất cấp độ đã được phê duyệt",
        max=Fraction(15),
        printed="a= Số lượng hệ thống thông tin đã triển khai đầy đủ phương án bảo vệ theo Hồ sơ đề xuất cấp độ đã được phê duyệt; b= Tổng số hệ thống thông tin đã được phê duyệt cấp độ; - Điểm=(a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(15, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.3": Row(
        name="Tỷ lệ máy tính của cơ quan, đơn vị (gồm cả các đơn vị trực thuộc) cài đặt giải pháp phòng, chống mã độc, các phần mềm diệt virus có bản quyền",
        max=Fraction(10),
        printed="a = Số lượng máy tính của CBCCVC cài đặt giải pháp phòng, chống mã độc, các phần mềm diệt virus có bản quyền b = Tổng số lượng máy tính của cơ quan, đơn vị. - Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.4": Row(
        name="Tỷ lệ máy chủ của cơ quan, đơn vị (gồm cả các đơn vị trực thuộc) cài đặt giải pháp phòng, chống mã độc và chia sẻ thông tin với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh",
        max=Fraction(10),
        printed="a = Số lượng máy chủ của cơ quan cài đặt phòng, chống mã độc và chia sẻ thông tin với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh b = Tổng số lượng máy chủ của cơ quan; - Điểm = (a/b)*Điểm tối đa. Ghi chú: Trường hợp các cơ quan không có máy chủ riêng; máy chủ đặt tại Hệ thống tập trung của tỉnh được điểm tối đa.",
        inputs=("a", "b", "hosted_centrally"),
        score=lambda i: points(10, own_servers(i)),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.5": Row(
        name="Hệ thống thông tin các cơ quan, đơn vị thuộc Sở/ban/ngành được giám sát trực tiếp và kết nối chia sẻ dữ liệu với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh hoặc Bộ, ngành Trung ương.",
        max=Fraction(10),
        printed="- Được giám sát trực tiếp và kết nối chia sẻ dữ liệu với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh hoặc Bộ, ngành Trung ương: điểm tối đa. - Chưa được giám sát, kết nối: 0 điểm",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.6": Row(
        name="Số lượng hệ thống thông tin đã được kiểm tra, đánh giá đầy đủ các nội dung theo quy định tại Thông tư số 12/2022/TT- BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông",
        max=Fraction(10),
        printed="a= Số lượng hệ thống thông tin đã được kiểm tra, đánh giá; b= Tổng số hệ thống thông tin ; - Điểm=(a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.7": Row(
        name="Cơ quan, đơn vị đã xây dựng phương án ứng cứu xử lý sự cố tấn công mạng",
        max=Fraction(10),
        printed="- Đã có: điểm tối đa. - Chưa có: 0 điểm.",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.8": Row(
        name="Đơn vị có tham gia lớp diễn tập, ứng cứu sự cố ATTT của tỉnh tổ chức",
        max=Fraction(10),
        printed='- Có tham gia: Điểm tối đa - Không tham gia: 0 điểm"',
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.9": Row(
        name="Tổng kinh phí chi cho an toàn thông tin (ATTT)",
        max=Fraction(15),
        printed="a = Kinh phí đầu tư từ NSNN cho ATTT (triệu đồng); b = Kinh phí thường xuyên từ NSNN chi cho ATTT (triệu đồng); c = Tổng chi từ NSNN cho Chuyển đổi số (triệu đồng); - Tỷ lệ = (a b)/c Thang điểm: Mức 1 > 10 % (điểm tối đa) Mức 2 > 7% (70% điểm) Mức 3 > 3% (30% điểm) Mức 4 < 3% (0 điểm)",
        inputs=("a", "b", "c"),
        score=lambda i: points(
            15,
            band(
                of_whole(i, "ab", "c"),
                (percent(10), 1),
                (percent(7), percent(70)),
                (percent(3), percent(30)),
            ),
        ),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.1": Row(
        name="Trang thông tin điện tử đáp ứng yêu cầu chức năng, tính năng kỹ thuật theo quy định của Nghị định số 42/2022/NĐ-CP",
        max=Fraction(20),
        printed="(1) Đáp ứng yêu cầu chức năng, tính năng kỹ thuật theo quy định: 4/5*Điểm tối đa (2) Đã chuyển đổi sang công nghệ IPv6: 1/5*Điểm tối đa - Điểm = (1) (2) - Chưa đáp ứng, chưa chuyển đổi: 0 điểm",
        inputs=("parts",),
        score=lambda i: points(20, web_standard(i)),
        parts=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.2": Row(
        name="Thường xuyên cập nhật tin bài trên Trang thông tin điện tử",
        max=Fraction(40),
        printed="Cập nhật tin bài: - Trên 30 tin, bài/năm trở lên: điểm tối đa - Từ 21 đến 30 tin bài/năm: 1/2*điểm tối đa - Từ 10 đến 20 tin bài/năm: 1/4*điểm tối đa - Dưới 10 tin bài/năm: 0 điểm",
        inputs=("x",),
        score=lambda i: points(40, band(number(i, "x"), (31, 1), (21, HALF), (10, QUARTER))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.3": Row(
        name="Tỷ lệ Dịch vụ công trực tuyến (DVCTT) toàn trình",
        max=Fraction(40),
        printed="a = Số DVCTT toàn trình b = Tổng số DVCTT - Điểm = Tỷ lệ*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(40, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.4": Row(
        name="Tỷ lệ hồ sơ xử lý trực tuyến toàn trình",
        max=Fraction(50),
        printed="a= Số hồ sơ xử lý DVCTT toàn trình. b= Tổng số hồ sơ DVCTT (gồm cả DVCTT toàn trình và DVCTT một phần) - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(50, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.5": Row(
        name="Tỷ lệ số hóa hồ sơ kết quả giải quyết TTHC",
        max=Fraction(40),
        printed="a= Tổng số hồ sơ giải quyết TTHC được số hóa b= Tổng số hồ sơ giải quyết TTHC - Tỷ lệ (a/b)=100% đạt điểm tối đa; Tỷ lệ (a/b)<100% không có điểm",
        inputs=("a", "b"),
        score=lambda i: points(40, all_or_nothing(of_whole(i, "a", "b"))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.6": Row(
        name="Tỷ lệ hồ sơ thanh toán trực tuyến, phí, lệ phí, nghĩa vụ tài chính khác trong giải quyết TTHC",
        max=Fraction(30),
        printed="a= Tổng số hồ sơ được thanh toán trực tuyến b= Tổng số hồ sơ đủ điếu kiện yêu cầu thanh toán trực tuyến Tỷ lệ = a/b - Tỷ lệ >=70% Điểm = điểm tối đa; - Tỷ lệ từ 30% đến 70%, Điểm = tỷ lệ*Điểm tối đa; - Tỷ lệ <30% không có điểm",
        inputs=("a", "b"),
        score=lambda i: points(30, online_payment(of_whole(i, "a", "b"))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.7": Row(
        name="Tỷ lệ Lãnh đạo Sở, ban, ngành và Trưởng/phó các đơn vị trực thuộc được cấp chứng thư số chuyên dùng của Chính phủ",
        max=Fraction(20),
        printed="a = Số lượng lãnh đạo Sở, ban, ngành và Trưởng/phó các đơn vị trực thuộc được cấp chứng thư số b = Số lượng lãnh đạo Sở, ban, ngành và Trưởng/phó các đơn vị trực thuộc - Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.8": Row(
        name="Tỷ lệ văn bản điện tử được ký số của cơ quan, đơn vị ban hành văn bản",
        max=Fraction(20),
        printed="a = Số văn bản điện tử được ký số cơ quan (trừ văn bản mật theo quy định) b = Tổng số văn bản điện tử (trừ văn bản mật theo quy định). - Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.9": Row(
        name="Tỷ lệ văn bản điện tử được ký số của người có thẩm quyền",
        max=Fraction(40),
        printed="a = Số văn bản điện tử được ký số cá nhân của người có thẩm quyền (trừ văn bản mật theo quy định). b = Tổng số văn bản điện tử (trừ văn bản mật theo quy định) - Điểm =(a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(40, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.10": Row(
        name="CBCCVC của Sở, ban, ngành được cấp và thường xuyên sử dụng thư điện tử công vụ",
        max=Fraction(20),
        printed="a = Số CBCCVC của Sở, ban, ngành được cấp và thường xuyên sử dụng thư điện tử công vụ; b = Tổng số CBCCVC - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.11": Row(
        name="Triển khai số hóa, xây dựng CSDL chuyên ngành",
        max=Fraction(50),
        printed="- Có triển khai số hóa, xây dựng CSDL chuyên ngành kết nối, chia sẻ được với hệ thống thông tin khác của tỉnh: Điểm tối đa. - Có triển khai số hóa xây dựng CSDL chuyên ngành dùng nhưng chưa chia sẻ với hệ thống thông tin khác của tỉnh (sử dụng trong nội bộ cơ quan, đơn vị): 1/2*Điểm tối đa. - Không triển khai: 0 điểm.",
        inputs=("option",),
        score=lambda i: points(50, choose(i, 1, HALF, 0)),
        options=3,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.12": Row(
        name="Tỷ lệ báo cáo định kỳ được ký số bằng chữ ký số của Lãnh đạo cơ quan và gửi trên Hệ thống thông tin báo cáo/Tổng số báo cáo định kỳ của đơn vị theo quy định",
        max=Fraction(40),
        printed="a = Tổng số báo cáo định kỳ được ký số của Lãnh đạo cơ quan và gửi trên Hệ thống thông tin báo cáo b = Tổng số báo cáo định kỳ của đơn vị theo quy định; - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(40, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.13": Row(
        name="Có ứng dụng dữ liệu dùng chung được kết nối, sử dụng qua Nền tảng tích hợp, chia sẻ dùng chung LGSP",
        max=Fraction(40),
        printed="- Có ứng dụng kết nối, sử dụng: Điểm tối đa - Không có: 0 điểm",
        inputs=("option",),
        score=lambda i: points(40, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.14": Row(
        name="Tổng chi Ngân sách nhà nước cho CNTT, Chính quyền số",
        max=Fraction(50),  # cell empty in print; 50 closes pillar 6 at 500
        printed="a= Tổng chi Ngân sách nhà nước cho CNTT, Chính quyền số (triệu đồng); b= Tổng chi ngân sách nhà nước (triệu đồng) - Tỷ lệ=a/b; - Điểm: Tỷ lệ>=1%: Điểm tối đa; Tỷ lệ<1%: Tỷ lệ/1%*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(50, ramp(of_whole(i, "a", "b"), percent(1))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
}

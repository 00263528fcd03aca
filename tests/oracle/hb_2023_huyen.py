# ruff: noqa: E501, RUF100
"""Second transcription of HB-2023-HUYEN: Quyết định 1153/QĐ-UBND (Hòa Bình, 2023), Phụ lục III."""

from fractions import Fraction

from .hb_helpers import (
    HALF,
    ONE,
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
    ticked,
    web_standard,
)
from .row import Row


def _section(i: Inputs) -> Fraction | None:
    """1.5: articles a year, once there is a section; no section 0, whatever x says."""
    has_section = flag(i, "has_section")
    if has_section is None or (has_section is False and (i.get("x") or 0) < 0):
        return None
    return band(number(i, "x"), (20, 1), (10, HALF), (1, QUARTER)) if has_section else ZERO


def _computers(i: Inputs) -> Fraction | None:
    """3.1: officials ¾, public employees ¼; no note for d = 0 here."""
    officials, employees = capped(i, "a", "c"), capped(i, "b", "d")
    if officials is None or employees is None:
        return None
    return THREE_QUARTERS * officials + QUARTER * employees


def _wifi(i: Inputs) -> Fraction | None:
    """3.9: half of the 10 points for the one-stop office; 1 point for each other place, at most 5 points."""
    office, places = ticked(i, HALF), number(i, "x")
    if office is None or places is None:
        return None
    return office + min(places, Fraction(5)) / 10


def _post_offices(rate: Fraction | None) -> Fraction | None:
    """7.5: full from 50%; below, the rate itself (not divided by 50%), as printed."""
    if rate is None:
        return None
    return ONE if rate >= percent(50) else rate


def _channels(count: Fraction | None) -> Fraction | None:
    """8.4: 10 of the 20 points a channel, at most the maximum."""
    return None if count is None else min(count * 10 / 20, ONE)


PILLARS: dict[str, tuple[str, Fraction]] = {
    "1": ("Nhận thức số", Fraction(100)),
    "2": ("Thể chế số", Fraction(100)),
    "3": ("Hạ tầng số", Fraction(100)),
    "4": ("Nhân lực số", Fraction(100)),
    "5": ("An toàn thông tin mạng", Fraction(100)),
    "6": ("Hoạt động chính quyền số", Fraction(300)),
    "7": ("Hoạt động kinh tế số", Fraction(100)),
    "8": ("Hoạt động xã hội số", Fraction(100)),
}

TOTAL = Fraction(1000)

ROWS: dict[str, Row] = {
    "1.1": Row(
        name="Người đứng đầu cấp huyện (Bí thư/Chủ tịch cấp huyện) là Trưởng ban Ban chỉ đạo chuyển đổi số cấp huyện",
        max=Fraction(20),
        printed="- Trưởng ban là Bí thư/Chủ tịch huyện, thành phố: Điểm tối đa - Trưởng ban là Phó Bí thư/Phó Chủ tịch huyện, thành phố: 1/2*Điểm tối đa; - Chưa có Ban chỉ đạo hoặc có nhưng Trưởng ban không phải Lãnh đạo huyện, thành phố: Không có điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, HALF, 0)),
        options=3,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.2": Row(
        name="Bí thư/Chủ tịch cấp huyện tham gia đầy đủ các cuộc họp về CĐS của tỉnh",
        max=Fraction(20),
        printed=(
            "a= Số cuộc họp CĐS của tỉnh có Bí thư/Chủ tịch cấp huyện tham gia\n"
            "b= Tổng số cuộc họp CĐS của tỉnh có sự tham gia của huyện, thành phố\n"
            "Điểm= (a/b)*Điểm tối đa"
        ),
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.3": Row(
        name="Bí thư/Chủ tịch cấp huyện chủ trì các cuộc họp về CĐS của huyện, thành phố",
        max=Fraction(10),
        printed=(
            "a= Số cuộc họp CĐS của huyện, thành phố có Bí thư/Chủ tịch cấp huyện chủ trì\n"
            "b= Tổng số cuộc họp CĐS của huyện, thành phố\n"
            "Điểm= (a/b)*Điểm tối đa"
        ),
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.4": Row(
        name="Văn bản chỉ đạo chuyên đề về chuyển đổi số do người đứng đầu cấp huyện (Bí thư/Chủ tịch cấp huyện) ký",
        max=Fraction(20),
        printed=(
            "a=Số lượng văn bản chỉ đạo chuyên đề về chuyển đổi số do người đứng đầu huyện, thành phố (Bí thư/Chủ tịch huyện, thành phố) ký;\n"
            "b=Tổng số lượng văn bản chỉ đạo chuyên đề về chuyển đổi số của huyện, thành phố theo yêu cầu của tỉnh;\n"
            "Điểm= (a/b)*Điểm tối đa"
        ),
        inputs=("a", "b"),
        score=lambda i: points(20, capped(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "1.5": Row(
        name="Trang thông tin điện tử của huyện, thành phố chuyên mục riêng về chuyển đổi số",
        max=Fraction(10),
        printed=(
            "- Đã có chuyên mục và số lượng tin, bài về Chuyển đổi số trong năm đạt:\n"
            "Từ 20 trở lên: điểm tối đa;\n"
            "Từ 10 đến 19: 1/2 *Điểm tối đa;\n"
            "Từ 01 đến 9: 1/4* Điểm tối đa;\n"
            "- Chưa có chuyên mục: 0 điểm"
        ),
        inputs=("x", "has_section"),
        score=lambda i: points(10, _section(i)),
        evidence="Tài liệu/link hoặc hình ảnh chứng minh",
    ),
    "1.6": Row(
        name="Đài Truyền thanh cấp huyện có chuyên mục riêng về chuyển đổi số",
        max=Fraction(10),
        printed="- Đã có: Điểm tối đa;\n- Chưa có: 0 điểm",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Tài liệu/link hoặc hình ảnh chứng minh",
    ),
    "1.7": Row(
        name="Tần suất Đài truyền thanh cấp Huyện phát sóng chuyên mục riêng về chuyển đổi số",
        max=Fraction(10),
        printed="- Tần suất phát sóng từ 4 lần/1 tháng: Điểm tối đa. - Tần suất phát sóng từ 2-3 lần/1 tháng: 1/2* Điểm tối đa. - Tần suất phát sóng dưới 2 lần/1 tháng: 0 điểm.",
        inputs=("x",),
        score=lambda i: points(10, band(number(i, "x"), (4, 1), (2, HALF))),
        evidence="Tài liệu/link hoặc hình ảnh chứng minh",
    ),
    "2.1": Row(
        name="Nghị quyết chuyên đề hoặc văn bản tương đương của cấp Úy về chuyển đổi số của huyện, thành phố",
        max=Fraction(20),
        printed="- Đã ban hành: Điểm tối đa\n- Chưa ban hành: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.2": Row(
        name="Kế hoạch 5 năm hoặc giai đoạn của huyện, thành phố về chuyển đổi số",
        max=Fraction(20),
        printed="- Đã ban hành: Điểm tối đa\n- Chưa ban hành: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.3": Row(
        name="Kế hoạch hằng năm của huyện, thành phố về chuyển đổi số",
        max=Fraction(20),
        printed="- Đã ban hành: Điểm tối đa\n- Chưa ban hành: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.4": Row(
        name="Hướng dẫn, khuyến khích người dân, doanh nghiệp sử dụng dịch vụ công trực tuyến (DVCTT)",
        max=Fraction(20),
        printed="- Có hướng dẫn, khuyến khích: Điểm tối đa\n- Chưa có: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "2.5": Row(
        name="Ban hành văn bản hướng dẫn, triển khai, khuyến khích doanh nghiệp nhỏ và vừa chuyển đổi số",
        max=Fraction(20),
        printed="- Đã ban hành: Điểm tối đa\n- Chưa ban hành: 0 điểm",
        inputs=("option",),
        score=lambda i: points(20, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.1": Row(
        name="Tỷ lệ cán bộ công chức, viên chức được trang bị máy tính phục vụ công việc (gồm cả máy tính để bàn, máy tính xách tay, máy tính bảng)",
        max=Fraction(10),
        printed="a= Số lượng máy tính cấp cho CBCC tại các cơ quan, đơn vị trực thuộc của huyện, thành phố (gồm các phòng chuyên môn, các xã, phường, thị trấn). b= Số lượng máy tính cấp cho VC tại các đơn vị sự nghiệp. c= Tổng số CBCC của huyện, thành phố (gồm các phòng chuyên môn, các xã, phường, thị trấn). d= Tổng số VC tại các đơn vị sự nghiệp. - Tỷ lệ CBCC được cấp máy tính = a/c. Điểm 1 =Tỷ lệ*3/4 Điểm tối đa; - Tỷ lệ VC được cấp máy tính= b/d. Điểm 2 = Tỷ lệ* 1/4 Điểm tối đa. Tổng điểm = Điểm 1 Điểm 2.",
        inputs=("a", "b", "c", "d"),
        score=lambda i: points(10, _computers(i)),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.2": Row(
        name="Tỷ lệ UBND cấp xã thuộc phạm vi quản lý có kết nối mạng Truyền số liệu chuyên dùng",
        max=Fraction(10),
        printed="a = Số lượng UBND cấp xã của huyện, thành phố kết nối mạng Truyền số liệu chuyên dùng. b = Tổng số UBND cấp xã của huyện, thành phố. Điểm= (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.3": Row(
        name="Tỷ lệ xã, phường, thị trấn được phủ sóng di động 4G/5G",
        max=Fraction(10),
        printed="a = Số xã, phường, thị trấn được phủ sóng di động 4G/5G ' b= Tổng số UBND cấp xã của huyện, thành phố. Điểm= (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.4": Row(
        name="Tỷ lệ xã, phường, thị trấn có hạ tầng mạng băng rộng cáp quang bao phủ",
        max=Fraction(10),
        printed="a = Số xã, phường, thị trấn có hạ tầng mạng băng rộng cáp quang bao phủ b= Tổng số UBND cấp xã của huyện, thành phố. - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.5": Row(
        name="Tỷ lệ dân số trưởng thành có điện thoại thông minh",
        max=Fraction(10),
        printed="a= Số lượng người dân có điện thoại thông minh; b= Tổng dân số của cấp huyện; - Tỷ , lệ=a/b - Điểm: Tỷ lệ >= 85%: Điểm tối đa; Tỷ lệ < 85%: Điểm = Tỷ lệ/85%*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, ramp(of_whole(i, "a", "b"), percent(85))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.6": Row(
        name="Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang",
        max=Fraction(10),
        printed="a=Số lượng hộ gia đình có kết nối Internet băng rộng cáp quang; b= Tổng số hộ gia đình của cấp huyện; - Tỷ lệ=a/b - Tỷ lệ > 75%: Điểm tối đa - Tỷ lệ <75: Điểm = Tỷ lệ/75% * điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, ramp(of_whole(i, "a", "b"), percent(75))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.7": Row(
        name="UBND cấp huyện đã triển khai hệ thống phòng họp không giấy tờ",
        max=Fraction(10),
        printed="- Đã triển khai: Điểm tối đa. - Chưa triển khai: 0 điểm",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.8": Row(
        name="Có hệ thống Camera an ninh trên địa bàn kết nối về UBND huyện, thành phố hoặc Công an huyện, thành phố để phục vụ công tác quản lý, chỉ đạo, điều hành an toàn xã hội, an toàn giao thông....",
        max=Fraction(10),
        printed="- Từ 30 camera trở lên: điểm tối đa. - Từ 15 đến 29 camera: 1/2*Điểm tối đa. - Từ 1 đến 14 camera: 1/4*Điểm tối đa. - Chưa có: 0 điểm.",
        inputs=("x",),
        score=lambda i: points(10, band(number(i, "x"), (30, 1), (15, HALF), (1, QUARTER))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.9": Row(
        name="Triển khai các hệ thống Wifi công cộng miễn phí phục vụ nhu cầu của người dân và du khách tại các điểm công cộng (như các điểm tham quan du lịch, công cộng, Bộ phận một cửa UBND cấp huyện...)",
        max=Fraction(10),
        printed="(1) Có hệ thống Wifi công cộng miễn phí tại Bộ phận một cửa UBND cấp huyện: 1/2*Điểm tối đa. (2) Mỗi điểm công cộng có hệ thống wifi miễn phí khác được tính 1 điểm (Tối đa 5 điểm). (Điểm wifi do huyện đầu tư) - Điểm=(1) (2)",
        inputs=("x", "parts"),
        score=lambda i: points(10, _wifi(i)),
        parts=1,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "3.10": Row(
        name="Tỷ lệ UBND cấp xã có hệ thống Hội nghị truyền hình trực tuyến đáp ứng yêu cầu tổ chức các cuộc họp trực tuyến 4 cấp từ trung ương, tỉnh, huyện, xã (Không gồm hệ thống khối Đảng)",
        max=Fraction(10),
        printed="a= Số đơn vị cấp xã có hệ thống Hội nghị truyền hình đáp ứng yêu cầu. b= Số đơn vị cấp xã. - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
    ),
    "4.1": Row(
        name="Tỷ lệ xã có Ban Chỉ đạo chuyển đổi số cấp xã",
        max=Fraction(10),
        printed="a = Số xã, phường, thị trấn thành lập Ban Chỉ đạo chuyển đổi số cấp xã b= Tổng số UBND cấp xã trên địa bàn trên địa bàn Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.2": Row(
        name="Tỷ lệ Xã/Phường/Thị trấn có Tố công nghệ số cộng đồng",
        max=Fraction(20),
        printed=(
            "a=Số Xã/Phường/Thị trấn có Tố công nghệ số cộng đồng\n"
            "b= Tổng Xã/Phường/Thị trấn trên địa bàn\n"
            "- Điểm=(a/b)*Điểm tối đa"
        ),
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.3": Row(
        name="Tỷ lệ thôn, xóm có Tố công nghệ số cộng đồng",
        max=Fraction(20),
        printed=(
            "a=Số thôn, xóm trên địa bàn có tố công nghệ số cộng đồng\n"
            "b= Tổng số thôn, xóm trên địa bàn\n"
            "Điểm = (a/b)*Điểm tối đa."
        ),
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.4": Row(
        name="Tỷ lệ công chức, viên chức chuyên trách, kiêm nhiệm về chuyển đổi số",
        max=Fraction(10),
        printed=(
            "a= Số lượng công chức chuyên trách về chuyển đổi số;\n"
            "b= Số lượng công chức kiêm nhiệm về chuyển đổi số;\n"
            "c= Số lượng viên chức chuyên trách về chuyển đổi số;\n"
            "d= Số lượng viên chức kiêm nhiệm về chuyển đổi số;\n"
            "e= Tổng số công chức;\n"
            "f= Tổng số viên chức;\n"
            "Điểm=((a b c d)/(e f))*Điểm tối đa"
        ),
        inputs=("a", "b", "c", "d", "e", "f"),
        score=lambda i: points(10, of_whole(i, "abcd", "ef")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.5": Row(
        name="Công chức, viên chức chuyên trách, kiêm nhiệm về An toàn thông tin mạng",
        max=Fraction(10),
        printed="Có: Điểm tối đa\nKhông: 0 điểm",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.6": Row(
        name="Tỷ lệ công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số",
        max=Fraction(20),
        printed=(
            "a= Số lượng công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số;\n"
            "b= Tổng số công chức, viên chức;\n"
            "Điểm = (a/b)*Điểm tối đa."
        ),
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "4.7": Row(
        name="Tỷ lệ các cơ sở giáo dục từ tiểu học đến trung học phổ thông thực hiện chuyển đổi số (hoàn thiện được mô hình quản trị số, hoạt động số, chuẩn hóa dữ liệu số, kho học liệu số mở).",
        max=Fraction(10),
        printed=(
            "a= Số lượng các cơ sở giáo dục từ tiểu học đến trung học phổ thông thực hiện chuyển đổi số trên địa bàn;\n"
            "b= Tổng số các cơ sở giáo dục từ tiểu học đến trung học phổ thông trên địa bàn;\n"
            "- Tỷ lệ = a/b\n"
            "- Điểm =\n"
            "Tỷ lệ (a/b) >50%: điểm tối đa;\n"
            "Tỷ lệ < 50%: Điểm=Tỷ lệ*Điểm tối đa/50%"
        ),
        inputs=("a", "b"),
        score=lambda i: points(10, ramp(of_whole(i, "a", "b"), percent(50))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.1": Row(
        name="Số lượng hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố đã được phê duyệt hồ sơ đề xuất cấp độ",
        max=Fraction(15),
        printed="a = Số lượng hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố đã được phê duyệt hồ sơ cấp độ; b = Tổng số lượng hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố - Điểm đánh giá= (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(15, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.2": Row(
        name="Số lượng hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố triển khai đầy đủ phương án bảo vệ theo Hồ sơ đề xuất cấp độ đã được phê duyệt",
        max=Fraction(15),
        printed="a= Số lượng hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố đã triển khai đầy đủ phương án bảo vệ theo Hồ sơ đề xuất cấp độ đã được phê duyệt cấp độ; b= Tổng số hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố đã được phê duyệt cấp độ; - Điểm=(a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(15, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.3": Row(
        name="Hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố được giám sát trực tiếp và kết nối chia sẻ dữ liệu với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh",
        max=Fraction(10),
        printed="- Được giám sát trực tiếp và kết nối chia sẻ dữ liệu với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh: điểm tối đa. - Chưa được giám sát, kết nối: 0 điểm",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.4": Row(
        name="Số lượng hệ thống thông tin thuộc phạm vi quản lý của UBND huyện, thành phố đã được kiểm tra, đánh giá đầy đủ các nội dung theo quy định tại Thông tư số 12/2022/TT- BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông",
        max=Fraction(15),
        printed="a= Số lượng hệ thống thông tin đã được kiểm tra, đánh giá; b= Tổng số hệ thống thông tin ; - Điểm=(a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(15, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.5": Row(
        name="Tỷ lệ máy tính để bàn của cơ quan, đơn vị (gồm cả các đơn vị trực thuộc) cài đặt giải pháp phòng, chống mã độc, các phần mềm diệt virus có bản quyền",
        max=Fraction(10),
        printed="a = Số lượng máy tính của CBCCVC của UBND huyện, thành phố được cài đặt giải pháp phòng, chống mã độc, các phần mềm diệt virus có bản quyền b = Tổng số lượng máy tính trang bị cho CBCCVC của UBND huyện, thành phố. - Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(10, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "5.6": Row(
        name="Tỷ lệ máy chủ của cơ quan, đơn vị (gồm cả các đơn vị trực thuộc) cài đặt giải pháp phòng, chống mã độc và chia sẻ thông tin với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh",
        max=Fraction(10),
        printed="a = Số lượng máy chủ của cơ quan cài đặt phòng, chống mã độc và chia sẻ thông tin với Hệ thống giám sát an toàn, an ninh thông tin tập trung của tỉnh. b = Tổng số lượng máy chủ của cơ quan; - Điểm = (a/b)*Điểm tối đa. Ghi chú: Trường hợp các cơ quan không có máy chủ riêng và máy chủ được thuê, đặt tại Trung tâm dữ liệu tỉnh được điểm tối đa.",
        inputs=("a", "b", "hosted_centrally"),
        score=lambda i: points(10, own_servers(i)),
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
        name="Tổng kinh phí chi cho an toàn thông tin (ATTT)",
        max=Fraction(15),
        printed="Tính điểm theo phương pháp Min-Max, dựa vào đơn vị nào bố trí kinh phí lớn nhất thì điểm tối đa và giảm dần (Đơn vị triệu đồng)",
        inputs=("value", "cohort"),
        score=lambda i: points(15, min_max(number(i, "value"), i.get("cohort"))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.1": Row(
        name="Trang thông tin điện tử đáp ứng yêu cầu chức năng, tính năng kỹ thuật theo quy định của Nghị định số 42/2022/NĐ- CP",
        max=Fraction(20),
        printed="(1) Đáp ứng yêu cầu chức năng, tính năng kỹ thuật theo quy định: 4/5*Điểm tối đa (2) Đã chuyển đổi sang công nghệ IPv6: 1/5*Điểm tối đa - Điểm = (1) (2) - Chưa đáp ứng, chưa chuyển đổi: 0 điểm",
        inputs=("parts",),
        score=lambda i: points(20, web_standard(i)),
        parts=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.2": Row(
        name="Thường xuyên cập nhật tin bài trên Trang thông tin điện tử",
        max=Fraction(20),
        printed="Số lượng cập nhật tin bài: - Trên 40 tin, bài/năm trở lên: điểm tối đa - Từ 25 đến 40 tin bài/năm: 1/2*điểm tối đa - Từ 10 đến 24 tin bài/năm: 1/4*điểm tối đa - Dưới 10 tin bài/năm: 0 điểm",
        inputs=("x",),
        score=lambda i: points(20, band(number(i, "x"), (41, 1), (25, HALF), (10, QUARTER))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.3": Row(
        name="Triển khai các kênh số khác (ngoài Trang thông tin điện tử) để cung cấp thông tin và DVCTT",
        max=Fraction(10),
        printed="- Đã triển khai: Điểm tối đa; - Chưa triển khai: 0 điểm",
        inputs=("option",),
        score=lambda i: points(10, choose(i, 1, 0)),
        options=2,
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.4": Row(
        name="Tỷ lệ hồ sơ xử lý trực tuyến toàn trình",
        max=Fraction(40),
        printed="a= Số hồ sơ xử lý DVCTT toàn trình. b= Tổng số hồ sơ DVCTT (gồm cả DVCTT toàn trình và DVCTT một phần) - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(40, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.5": Row(
        name="Tỷ lệ số hóa hồ sơ kết quả giải quyết TTHC",
        max=Fraction(20),
        printed="a= Tổng số hồ sơ giải quyết TTHC được số hóa b= Tổng số hồ sơ giải quyết TTHC Tỷ lệ = a/b; - Tỷ lệ 100% đạt điểm tối đa; Không đạt tỷ lệ 100%: 0 điểm",
        inputs=("a", "b"),
        score=lambda i: points(20, all_or_nothing(of_whole(i, "a", "b"))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.6": Row(
        name="Tỷ lệ hồ sơ thanh toán trực tuyến, phí, lệ phí, nghĩa vụ tài chính khác trong giải quyết TTHC",
        max=Fraction(30),
        printed="a= Tổng số hồ sơ được thanh toán trực tuyến b= Tổng số hồ sơ đủ điều kiện yêu cầu thanh toán trực tuyến Tỷ lệ = a/b; - Tỷ lệ >=70% đạt điểm tối đa; - Tỷ lệ từ 30% đến 70%, Điểm = tỷ lệ*Điểm tối đa; - Tỷ lệ <30% không có điểm",
        inputs=("a", "b"),
        score=lambda i: points(30, online_payment(of_whole(i, "a", "b"))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.7": Row(
        name="Tỷ lệ Lãnh đạo cấp huyện được cấp chứng thư số chuyên dùng của Chính phủ (Lãnh đạo UBND huyện, Trưởng/phó các đơn vị trực thuộc; không gồm cấp xã)",
        max=Fraction(20),
        printed="a = Số Lãnh đạo cấp huyện được cấp chứng thư số. b = Tổng số Lãnh đạo cấp huyện. - Điểm =(a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.8": Row(
        name="Tỷ lệ văn bản điện tử được ký số của cơ quan, đơn vị ban hành văn bản",
        max=Fraction(20),
        printed="a = Số văn bản điện tử được ký số cơ quan (trừ văn bản mật theo quy định) b = Tổng số văn bản điện tử (trừ văn bản mật theo quy định). - Tỷ , lệ = a/b. - Điểm = Tỷ lệ*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.9": Row(
        name="Tỷ lệ văn bản điện tử được ký số của người có tham quyền",
        max=Fraction(20),
        printed="a = Số văn bản điện tử được ký số cá nhân của người có thẩm quyền (trừ văn bản mật theo quy định). b = Tổng số văn bản điện tử (trừ văn bản mật theo quy định) - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.10": Row(
        name="Tỷ lệ cuộc họp qua hệ thống hội nghị truyền hình giữa UBND cấp huyện với UBND cấp xã thực hiện trong năm",
        max=Fraction(20),
        printed="a = Số cuộc họp qua hệ thống hội nghị truyền hình giữa UBND cấp huyện và UBND cấp xã được thực hiện trong năm b = Số cuộc họp giữa UBND cấp huyện và UBND cấp xã được thực hiện trong năm; - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.11": Row(
        name="Tỷ lệ cuộc họp có sử dụng Hệ thống phòng họp không giấy tờ thực hiện trong năm",
        max=Fraction(20),
        printed="b = Số cuộc họp do UBND cấp huyện tổ chức có sử dụng Hệ thống phòng họp không giấy tờ được thực hiện trong năm; a = Số cuộc họp do UBND cấp huyện tổ chức trong năm; - Điểm = (a/b)*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "b", "a")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.12": Row(
        name="CBCCVC của UBND cấp huyện được cấp và thường xuyên sử dụng thư điện tử công vụ",
        max=Fraction(10),
        printed="a = Số CBCCVC của UBND cấp huyện được cấp và thường xuyên sử dụng thư điện tử công vụ; b = Tổng số CBCC - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, capped(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.13": Row(
        name="Tỷ lệ báo cáo định kỳ được ký số bằng chữ ký số của Lãnh đạo cơ quan và gửi trên Hệ thống thông tin báo cáo/Tổng số báo cáo định kỳ của đơn vị theo quy định",
        max=Fraction(20),
        printed="a = Tổng số báo cáo định kỳ được ký số của Lãnh đạo cơ quan và gửi trên Hệ thống thông tin báo cáo b = Tổng số báo cáo định kỳ của đơn vị theo quy định; - Điểm = (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "6.14": Row(
        name="Tổng chi Ngân sách nhà nước cho CNTT, chuyển đổi số",
        max=Fraction(30),
        printed="a= Tổng chi Ngân sách nhà nước cho CNTT, Chính quyền số (triệu đồng); b= Tổng chi ngân sách nhà nước (triệu đồng) - Tỷ , lệ=a/b; - Điểm: Tỷ lệ>=1%: Điểm tối đa; Tỷ lệ<1%: Tỷ lệ/1%*Điểm tối đa.",
        inputs=("a", "b"),
        score=lambda i: points(30, ramp(of_whole(i, "a", "b"), percent(1))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "7.1": Row(
        name="Số lượng doanh nghiệp nhỏ và vừa tiếp cận, tham gia chương trình SMEdx",
        max=Fraction(20),
        printed="a = Số lượng doanh nghiệp nhỏ và vừa tiếp cận và tham gia Chương trình SMEdx trên địa bàn; b = Tổng số Doanh nghiệp nhỏ và vừa trên địa bàn; Tỷ lệ = a/b. Điểm: Tỷ lệ > 10%: Điểm tối đa Tỷ lệ <10%: Điểm = Tỷ lệ/10% *Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, ramp(of_whole(i, "a", "b"), percent(10))),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "7.2": Row(
        name="Tỷ lệ doanh nghiệp nhỏ và vừa sử dụng nền tảng số",
        max=Fraction(20),
        printed="a = Số lượng doanh nghiệp nhỏ và vừa sử dụng nền tảng số trên địa bàn; b = Tổng số Doanh nghiệp nhỏ và vừa trên địa bàn; Tỷ lệ = a/b. Tỷ lệ > 50%: Điểm tối đa Tỷ lệ <50%: Điểm = Tỷ lệ/50% * Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, ramp(of_whole(i, "a", "b"), percent(50))),
    ),
    "7.3": Row(
        name="Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử",
        max=Fraction(10),
        printed="a = Số lượng doanh nghiệp sử dụng Hợp đồng điện tử trên địa bàn b = Tổng số Doanh nghiệp trên địa bàn; Tỷ lệ = a/b. Tỷ lệ > 80%: Điểm tối đa Tỷ lệ <80: Điểm = Tỷ lệ/80% *Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, ramp(of_whole(i, "a", "b"), percent(80))),
    ),
    "7.4": Row(
        name="Tỷ lệ doanh nghiệp nộp thuế điện tử",
        max=Fraction(20),
        printed="a = Số lượng doanh nghiệp nộp thuế điện tử b = Tổng số Doanh nghiệp; Tỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, of_whole(i, "a", "b")),
    ),
    "7.5": Row(
        name="Số điểm phục vụ của mạng bưu chính công cộng có kết nối internet băng rộng cố định",
        max=Fraction(20),
        printed="a = Số điểm phục vụ của mạng bưu chính công cộng có kết nối internet băng rộng cố định. b = Tổng số điểm phục vụ bưu chính; Tỷ lệ = a/b. Tỷ lệ > 50%: Điểm tối đa Tỷ lệ <50: điểm = Tỷ lệ*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, _post_offices(of_whole(i, "a", "b"))),
    ),
    "7.6": Row(
        name="Số lượng giao dịch trên sàn thương mại điện tử Vỏ sò và Postmart",
        max=Fraction(10),
        printed="a = Số lượng giao dịch trên sàn TMĐT Vỏ Sò và Postmart tại địa bàn; b = Tổng số lượng bưu gửi chuyển phát hàng hóa qua Bưu điện Việt Nam và Viettel Post tại địa bàn; Tỷ lệ = a/b. Tỷ lệ > 5%: Điểm tối đa Tỷ lệ <5%: Điểm = Tỷ lệ/5% * Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(10, ramp(capped(i, "a", "b"), percent(5))),
    ),
    "8.1": Row(
        name="Số lượng người dân có danh tính số/ tài khoản định danh điện tử",
        max=Fraction(30),
        printed="a= Số người có danh tính số/ tài khoản định danh điện tử; b= Tổng dân số trên địa bàn; - Điểm: (a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(30, of_whole(i, "a", "b")),
        evidence="Văn bản, tài liệu chứng minh",
    ),
    "8.2": Row(
        name="Số lượng người từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng hoặc các tổ chức được phép khác",
        max=Fraction(20),
        printed="a= Số người từ 15 tuổi trở lên có tài khoản giao dịch đang còn hoạt động tại ngân hàng hoặc các tổ chức được phép khác; b= Tổng dân số từ 15 tuổi trở lên; - Tỷ lệ=a/b; - Điểm: Tỷ lệ>=65%: Điểm tối đa; Tỷ lệ<=65%: Tỷ lệ/65%*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(20, ramp(of_whole(i, "a", "b"), percent(65))),
    ),
    "8.3": Row(
        name="Số lượng hộ gia đình có địa chỉ số (trên tổng số hộ gia đình)",
        max=Fraction(30),
        printed="a= Số lượng hộ gia đình có địa chỉ số; b= Tổng số hộ gia đình; - Điểm=(a/b)*Điểm tối đa",
        inputs=("a", "b"),
        score=lambda i: points(30, of_whole(i, "a", "b")),
    ),
    "8.4": Row(
        name="UBND các huyện, thành phố có kênh tương tác hai chiều trực tuyến với người dân (ứng dụng trợ lý ảo; ứng dụng phần mềm, mạng xã hội như zalo, facebook...)",
        max=Fraction(20),
        printed="- Điểm = Số kênh* 10 điểm - Tổng điểm không quá điểm tối đa",
        inputs=("x",),
        score=lambda i: points(20, _channels(number(i, "x"))),
        evidence="Cung cấp địa chỉ, trang fanpage hoặc kênh OA",
    ),
}

"""Texts of the Excel host: the ribbon, the boxes it shows, the installer and its check."""

TEXTS = {
    # The add-in as Excel lists it, and its boxes.
    "excel.title": ("Chấm điểm DTI", "DTI scores"),
    "excel.about": (
        "Hàm DTI_SCORE, DTI_MAX, DTI_EXPLAIN … và các lệnh đối soát trên thẻ «Chỉ số DTI».",
        "Functions DTI_SCORE, DTI_MAX, DTI_EXPLAIN … and the checking commands on the tab «DTI index».",
    ),
    "excel.working": ("DTI đang xử lý…", "DTI is working…"),
    "excel.no-workbook": (
        "Chưa mở biểu nào. Hãy mở tệp cần làm rồi bấm lại.",
        "No workbook is open. Open the file you want to work on and click again.",
    ),
    "excel.no-server": (
        "Không gọi được chương trình chấm điểm trên máy này. Hãy cài lại tiện ích DTI từ thư mục cài đặt; nếu vẫn lỗi, gửi dòng dưới đây cho người hỗ trợ.",
        "The scoring program on this computer does not answer. Install the DTI add-in again from its folder; if that does not help, send the line below to whoever helps you.",
    ),
    # The ribbon.
    "excel.tab": ("Chỉ số DTI", "DTI index"),
    # The installer.
    "excel.install.done": (
        "Đã cài xong. Thử chấm chỉ số 3.4 của HB-2023-XA (600 trên 1.000): {score} điểm. Hãy đóng Excel và mở lại; thẻ «Chỉ số DTI» sẽ hiện ra.",
        "Installed. Trial score of indicator 3.4 of HB-2023-XA (600 of 1,000): {score} points. Close Excel and open it again; the tab «DTI index» will be there.",
    ),
    "excel.install.copying": (
        "Đang chép chương trình vào {folder}…",
        "Copying the program to {folder}…",
    ),
    "excel.install.in-use": (
        "Không thay được chương trình trong {folder} vì đang có chương trình dùng nó ({why}). Hãy đóng Excel, đợi vài giây rồi chạy lại. Chưa có gì thay đổi.",
        "The program in {folder} cannot be replaced because it is in use ({why}). Close Excel, wait a few seconds and run this again. Nothing has changed.",
    ),
    "excel.install.failed": (
        "Không cài được: {why}. Hãy đóng Excel rồi chạy lại cai-dat.cmd; nếu vẫn lỗi, gửi dòng này cho người hỗ trợ.",
        "Not installed: {why}. Close Excel and run cai-dat.cmd again; if that does not help, send this line to whoever helps you.",
    ),
    "excel.install.removed": (
        "Đã gỡ tiện ích DTI khỏi máy này. Các biểu đã lập giữ nguyên.",
        "The DTI add-in has been removed from this computer. Workbooks are as they were.",
    ),
    "excel.install.no-python": (
        "Thư mục này thiếu python\\python.exe: hãy giải nén đủ cả thư mục cài đặt rồi chạy lại.",
        "This folder lacks python\\python.exe: unpack the whole installation folder and run this again.",
    ),
    "excel.install.name": ("Chấm điểm DTI (tiện ích Excel)", "DTI scores (add-in for Excel)"),
    # Making the kit.
    "excel.kit.both": (
        "Muốn có thư mục cài đặt thì phải cho cả --python (tệp zip «embeddable» của Python cho Windows) và --wheelhouse (thư mục các tệp .whl). Hãy thêm cái còn thiếu; chưa ghi gì.",
        "The installation folder needs both --python (the embeddable zip of Python for Windows) and --wheelhouse (the folder of .whl files). Add the one that is missing; nothing was written.",
    ),
    "excel.kit.no-zip": (
        "{file} không phải tệp zip «embeddable» 64 bit của Python cho Windows: {why}. Hãy lấy tệp python-3.x.y-embed-amd64.zip.",
        "{file} is not the 64-bit embeddable zip of Python for Windows: {why}. Take the file python-3.x.y-embed-amd64.zip.",
    ),
    "excel.kit.zip-lacks": ("thiếu {what}", "it lacks {what}"),
    "excel.kit.zip-broken": ("không đọc được tệp zip", "the zip cannot be read"),
    "excel.kit.zip-version": (
        "Python {version} chưa được thử; cần từ 3.11 đến 3.13",
        "Python {version} has not been tried; 3.11 to 3.13 are needed",
    ),
    "excel.kit.wheel": (
        "{file} không dùng được cho Python {version} 64 bit trên Windows. Hãy tải lại các gói bằng pip download với --platform win_amd64 --python-version {version}.",
        "{file} does not fit 64-bit Python {version} on Windows. Download the packages again with pip download, --platform win_amd64 --python-version {version}.",
    ),
    "excel.kit.wheel-broken": (
        "{file} hỏng hoặc có đường dẫn lạ bên trong. Hãy tải lại gói này.",
        "{file} is damaged or holds strange paths. Download this package again.",
    ),
    "excel.kit.lacks": (
        "Thư mục {folder} thiếu gói: {packages}. Hãy tải thêm bằng pip download rồi chạy lại.",
        "The folder {folder} lacks these packages: {packages}. Download them with pip download and run this again.",
    ),
    "excel.kit.foreign": (
        "{folder} đã có và không phải thư mục cài đặt do chương trình này tạo ra. Hãy chọn thư mục khác.",
        "{folder} exists and is not an installation folder made by this program. Choose another folder.",
    ),
    "excel.kit.addin": ("Tiện ích: {file}", "Add-in: {file}"),
    "excel.kit.folder": (
        "Thư mục cài đặt: {folder} (chép cả thư mục sang máy Windows, bấm đúp cai-dat.cmd)",
        "Installation folder: {folder} (copy the whole folder to the Windows computer, double-click cai-dat.cmd)",
    ),
    "excel.no-target": (
        "Hãy nói nơi ghi bằng -o THƯ-MỤC, hoặc dùng --check để kiểm tra máy này.",
        "Say where to write with -o FOLDER, or use --check to look at this computer.",
    ),
    "excel.target-is-file": (
        "{file} là tệp, không phải thư mục. Hãy chọn một thư mục để ghi.",
        "{file} is a file, not a folder. Choose a folder to write to.",
    ),
    "excel.kit.unwritable": (
        "Không ghi được vào {folder}: {why}. Hãy chọn thư mục khác.",
        "Cannot write to {folder}: {why}. Choose another folder.",
    ),
    "excel.suffix": (
        "Excel không mở tệp có đuôi không khớp loại tệp. Với ấn bản {edition}, hãy đặt tên là {name}.",
        "Excel does not open a file whose ending does not match its kind. For the edition {edition}, name it {name}.",
    ),
    # The check of a machine.
    "excel.check.not-windows": (
        "Máy này không chạy Windows nên không có Excel để kiểm tra. Hãy chạy lệnh này trên máy dùng Excel.",
        "This computer does not run Windows, so there is no Excel to look at. Run this on the computer with Excel.",
    ),
    "excel.check.ok": ("Đạt", "ok"),
    "excel.check.wrong": ("Chưa đạt", "wrong"),
    "excel.check.keys": (
        "Đăng ký DTI.Functions cho người dùng này",
        "DTI.Functions registered for this user",
    ),
    "excel.check.keys.fix": (
        "Chưa đăng ký, hoặc đăng ký tới tệp không còn ({found}). Hãy chạy lại cai-dat.cmd.",
        "Not registered, or registered to a file that is gone ({found}). Run cai-dat.cmd again.",
    ),
    "excel.check.addin": ("dti.xlam trong thư mục XLSTART", "dti.xlam in the folder XLSTART"),
    "excel.check.addin.fix": (
        "Không thấy {file}, hoặc là bản khác với bản đã cài. Hãy đóng Excel rồi chạy lại cai-dat.cmd.",
        "{file} is not there, or is another version than the one installed. Close Excel and run cai-dat.cmd again.",
    ),
    "excel.check.answer": (
        "Chương trình chấm điểm trả lời qua COM",
        "The scoring program answers through COM",
    ),
    "excel.check.answer.fix": (
        "Không trả lời, hoặc trả lời sai ({found}). Hãy chạy lại cai-dat.cmd; nếu vẫn lỗi, phần mềm diệt vi-rút có thể đang chặn {python}: nhờ người quản trị cho phép tệp này.",
        "No answer, or a wrong one ({found}). Run cai-dat.cmd again; if that does not help, the virus scanner may be blocking {python}: ask the administrator to allow this file.",
    ),
    "excel.check.macros": ("Excel cho chạy macro của tiện ích", "Excel runs the macros of add-ins"),
    "excel.check.macros.fix": (
        "Chính sách của cơ quan tắt macro ({found}). Nhờ người quản trị cho phép thư mục XLSTART làm vị trí tin cậy, hoặc dùng ấn bản native, không cần macro.",
        "A policy turns macros off ({found}). Ask the administrator to trust the folder XLSTART, or use the native edition, which needs no macros.",
    ),
    "excel.check.disabled": ("Excel không tự tắt tiện ích", "Excel has not disabled the add-in"),
    "excel.check.disabled.fix": (
        "Excel đã tự tắt dti.xlam sau một lần lỗi. Vào Tệp › Tùy chọn › Phần bổ trợ › Quản lý: Mục bị tắt › Đi, chọn dti.xlam và bấm Bật.",
        "Excel disabled dti.xlam after a failure. Go to File › Options › Add-ins › Manage: Disabled Items › Go, choose dti.xlam and press Enable.",
    ),
    "excel.check.double": ("Không có bản dti.xlam thứ hai", "No second dti.xlam"),
    "excel.check.double.fix": (
        "Excel còn nạp thêm một tiện ích cùng tên: {found}. Vào Tệp › Tùy chọn › Phần bổ trợ › Đi, bỏ dấu chọn bản đó.",
        "Excel loads another add-in of the same name: {found}. Go to File › Options › Add-ins › Go and untick it.",
    ),
}

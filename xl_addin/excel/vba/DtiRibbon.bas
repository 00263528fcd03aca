Option Explicit

' MsgBox knows the letters of one code page only and would show question marks.
Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal owner As LongPtr, ByVal said As LongPtr, ByVal title As LongPtr, ByVal kind As Long) As Long

Private Const INFORMATION As Long = 64
Private Const WARNING As Long = 48

' A button of the ribbon: its id is the command. The open workbook goes along; no code does.
Public Sub DtiCommand(control As Object)
    Dim said As String
    If ActiveWorkbook Is Nothing Then
        Show @NO_WORKBOOK@, WARNING
        Exit Sub
    End If
    On Error GoTo Failed
    Application.StatusBar = @WORKING@
    said = DtiServer.Running().Run(control.ID, ActiveWorkbook)
    Application.StatusBar = False
    If said <> "" Then Show said, INFORMATION
    Exit Sub
Failed:
    said = @NO_SERVER@ & vbCrLf & Err.Description
    Application.StatusBar = False
    DtiServer.Forget
    Show said, WARNING
End Sub

' A workbook of ours that was saved elsewhere calls the functions as that program stored them. Its
' hidden map says whether it calls any; every other workbook is let alone, and nothing is shown.
Public Sub Reconnect(ByVal book As Object)
    Dim edition As String
    On Error Resume Next
    edition = book.Worksheets("@MAP@").Range("B3").Value2
    If edition = "@UDF@" Then DtiServer.Running().Run "relink", book
End Sub

Private Sub Show(ByVal said As String, ByVal kind As Long)
    MessageBoxW Application.Hwnd, StrPtr(said), StrPtr(@TITLE@), kind
End Sub
